/** The service's name on both systems. */
export const SERVICE = 'reception-hub';

const isWindowsPath = (path) => /^[A-Za-z]:/.test(path);

/** What makes a machine run the hub from its start: `{ name, text }` of a file beside hub.conf. */
export const serviceFile = ({ folder, data }) =>
  isWindowsPath(folder)
    ? { name: 'install-service.cmd', text: windowsService(folder.replaceAll('/', '\\'), data.replaceAll('/', '\\')) }
    : { name: `${SERVICE}.service`, text: systemdUnit(folder, data) };

const systemdUnit = (folder, data) => `[Unit]
Description=接访台数据中心 (NATS JetStream)
After=network-online.target
Wants=network-online.target

[Service]
User=nats
Group=nats
ExecStart=/usr/bin/nats-server -c ${folder}/hub.conf
ExecReload=/bin/kill -HUP $MAINPID
Restart=always
RestartSec=2
LimitNOFILE=65536
UMask=0077
NoNewPrivileges=true
PrivateTmp=true
ProtectHome=true
ProtectSystem=strict
ReadWritePaths=${data}

[Install]
WantedBy=multi-user.target
`;

/** An account of its own for the service; groups by their numbers, for their names differ from language to language. */
const windowsService = (folder, data) =>
  [
    '@echo off',
    'chcp 65001 >nul',
    'rem 请右键“以管理员身份运行”。nats-server.exe 与本文件放在同一文件夹。',
    `if not exist "${data}" mkdir "${data}"`,
    `sc.exe create ${SERVICE} binPath= "\\"${folder}\\nats-server.exe\\" -c \\"${folder}\\hub.conf\\"" start= delayed-auto obj= "NT SERVICE\\${SERVICE}"`,
    'if errorlevel 1 exit /b 1',
    `sc.exe failure ${SERVICE} reset= 86400 actions= restart/2000/restart/10000/restart/60000`,
    `icacls "${folder}" /inheritance:r /grant:r *S-1-5-18:(OI)(CI)F *S-1-5-32-544:(OI)(CI)F "NT SERVICE\\${SERVICE}":(OI)(CI)RX`,
    `icacls "${data}" /grant "NT SERVICE\\${SERVICE}":(OI)(CI)M`,
    `sc.exe start ${SERVICE}`,
    '',
  ].join('\r\n');
