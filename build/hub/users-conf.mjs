import { deskPermissions } from './permissions.mjs';

const list = (subjects) => `[\n${subjects.map((s) => `        ${JSON.stringify(s)}`).join('\n')}\n      ]`;

function desk({ code, nkey }) {
  const { publish, subscribe } = deskPermissions(code);
  return [
    `  # ${code} 号登记台`,
    `  { nkey: ${nkey}`,
    '    permissions: {',
    `      publish: { allow: ${list(publish)} }`,
    `      subscribe: { allow: ${list(subscribe)} }`,
    '    }',
    '  }',
  ].join('\n');
}

/** users.conf: who may connect. A revoked desk is simply not in it. */
export const usersConf = ({ admin, desks }) =>
  [
    '# 由接访台生成，请勿手改。停用一台：npm run hub:revoke',
    'users: [',
    '  # 中心管理员：只用来建立和检查数据流，不在任何登记台上使用',
    `  { nkey: ${admin} }`,
    ...desks.filter((d) => !d.revoked).map(desk),
    ']',
    '',
  ].join('\n');
