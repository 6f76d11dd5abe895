import { deskCode, MOST_DESKS } from './names.mjs';
import { deskPermissions, inboxSubject, ownSubjects, SHARED_SUBJECTS, STREAMED_SUBJECTS, seenSubject } from './permissions.mjs';

/*
 * users.conf: who may connect, and what for. Each desk is an account of its own, and the streams are in another one. A user's permissions
 * alone would not hold: the server never asks whether an answer may go where the request wants it, so that with a reply
 * subject 「$JS.API.STREAM.DELETE.…」 a desk could have any stream deleted (seen on 2.9.10). In a desk's own account there is nothing at
 * the other end of such a subject but what was exported to it.
 */
const HUB = 'HUB';
/**
 * Accounts that have no desk yet. One that only comes with a reload is linked to the streams by the reload after it (seen on 2.9.10), so that a
 * spare desk would find nothing; here its account has been there since the last change.
 */
const AHEAD = 3;
const accountOf = (code) => `DESK_${code}`;
const text = (value) => JSON.stringify(value);
const lines = (items) => items.map((item) => `      ${item}`).join('\n');

const hubAccount = (admin, desks) => `  ${HUB} {
    jetstream: enabled
    # 中心管理员：只用来建立和检查数据流，不在任何登记台上使用
    users: [ { nkey: ${admin} } ]
    exports: [
${lines([
  ...SHARED_SUBJECTS.map((subject) => `{ service: ${text(subject)} }`),
  ...STREAMED_SUBJECTS.map((subject) => `{ service: ${text(subject)}, response_type: stream }`),
  ...desks.flatMap(({ code }) => [
    ...ownSubjects(code).map((subject) => `{ service: ${text(subject)}, accounts: [${accountOf(code)}] }`),
    `{ stream: ${text(inboxSubject(code))}, accounts: [${accountOf(code)}] }`,
  ]),
])}
    ]
  }`;

/** Signs of life go from account to account: what comes in as a service is not passed on to those who listen (nats-server). */
function deskAccount({ code, nkey }, all) {
  const { publish, subscribe } = deskPermissions(code);
  const services = [...ownSubjects(code), ...SHARED_SUBJECTS, ...STREAMED_SUBJECTS];
  const list = (subjects) => `{ allow: [${subjects.map(text).join(', ')}] }`;
  const user = nkey ? ` { nkey: ${nkey}, permissions: { publish: ${list(publish)}, subscribe: ${list(subscribe)} } } ` : '';
  const others = all.filter((desk) => desk.code !== code);
  return `  # ${code} 号登记台
  ${accountOf(code)} {
    users: [${user}]
    exports: [ { stream: ${text(seenSubject(code))} } ]
    imports: [
${lines([
  ...services.map((subject) => `{ service: { account: ${HUB}, subject: ${text(subject)} } }`),
  `{ stream: { account: ${HUB}, subject: ${text(inboxSubject(code))} } }`,
  ...others.map((desk) => `{ stream: { account: ${accountOf(desk.code)}, subject: ${text(seenSubject(desk.code))} } }`),
])}
    ]
  }`;
}

/** Desks have been numbered from 01 without a gap; a revoked one is simply not in it. */
export function usersConf({ admin, desks }) {
  const next = Array.from({ length: AHEAD }, (_, i) => desks.length + 1 + i).filter((number) => number <= MOST_DESKS);
  const present = [...desks.filter((d) => !d.revoked), ...next.map((number) => ({ code: deskCode(number) }))];
  return [
    '# 由接访台生成，请勿手改。停用一台：npm run hub:revoke',
    'accounts {',
    hubAccount(admin, present),
    ...present.map((desk) => deskAccount(desk, present)),
    '}',
    '',
  ].join('\n');
}
