import { deedDone, externalIdRead, operatorRead, sessionRead, together, userRead } from '../item-use.ts'
import type { Purpose } from '../purpose.ts'

/** Who people are, and what they may do. */
export const peopleFunctions = {
  'account-sms-code': {
    impact: 'nobody receives a code by SMS, so nobody can sign in or start a verification',
    items: {
      getMany: ['ACCOUNT', 'LIMIT'],
      put: ['ACCOUNT', 'CHALLENGE', 'LIMIT', 'TEXT'],
      update: ['ACCOUNT', 'CHALLENGE', 'LIMIT', 'TEXT'],
      check: ['ACCOUNT'],
    },
    keys: ['mac'],
    secrets: ['SECRET_TENCENT_CLOUD', 'SECRET_ALIBABA_CLOUD', 'SECRET_KEY_RING'],
    vendors: ['TENCENT_SMS_URL', 'TENCENT_CAPTCHA_URL', 'ALIBABA_SMS_URL'],
  },
  'account-sign-in': {
    impact: 'nobody can sign in',
    items: {
      get: ['ACCOUNT', 'EXTERNAL', 'PHONE'],
      put: ['ACCOUNT', 'EXTERNAL', 'PHONE', 'SIGNIN'],
      update: ['ACCOUNT', 'CHALLENGE', 'LIMIT', 'PHONE', 'TEXT'],
    },
    keys: ['mac'],
    secrets: ['SECRET_PLATFORM', 'SECRET_KEY_RING'],
  },
  'account-sessions': {
    impact: 'nobody sees where they are signed in or can sign out, also of a lost phone',
    items: together(sessionRead, { query: ['ACCOUNT'], update: ['ACCOUNT'], delete: ['ACCOUNT'] }),
  },
  'account-session-link': {
    impact: 'platforms cannot send their users into the pages',
    items: { put: ['LINK'] },
    secrets: ['SECRET_PLATFORM'],
  },
  'account-enter': {
    impact: 'nobody gets in by a link of the platform',
    items: {
      get: ['ACCOUNT', 'EXTERNAL'],
      getMany: ['ACCOUNT', 'LINK'],
      put: ['ACCOUNT', 'EXTERNAL', 'SIGNIN'],
      delete: ['ACCOUNT', 'LINK'],
    },
  },
  'account-scan': {
    impact:
      'no desktop can be signed in by a QR code, and nobody can go on on a phone by one; codes by text message still work',
    items: {
      get: ['ACCOUNT', 'SCAN'],
      getMany: ['ACCOUNT', 'SCAN'],
      put: ['ACCOUNT', 'SCAN', 'SIGNIN'],
      update: ['LIMIT', 'SCAN'],
      delete: ['ACCOUNT'],
      check: ['ACCOUNT'],
    },
  },
  'account-scan-phone': {
    impact: 'nobody who scans the QR code of a desktop can let it in or go on by it',
    items: together(sessionRead, { getMany: ['ACCOUNT'], update: ['SCAN'], check: ['ACCOUNT'] }),
  },
  'account-wechat': {
    impact: 'nobody can pay inside WeChat',
    items: { get: ['ACCOUNT'], getMany: ['ACCOUNT'], put: ['ACCOUNT'], update: ['ACCOUNT', 'LIMIT'] },
    secrets: ['SECRET_WECHAT'],
    vendors: ['WECHAT_URL', 'WECHAT_OPEN_URL'],
  },
  'account-wechat-sign-in': {
    impact: 'nobody can sign in by WeChat, or bind it',
    items: {
      get: ['ACCOUNT'],
      getMany: ['ACCOUNT', 'WECHATUSER', 'WECHATVISIT'],
      put: ['ACCOUNT', 'SIGNIN', 'WECHATUSER', 'WECHATVISIT'],
      update: ['ACCOUNT', 'LIMIT', 'WECHATVISIT'],
      delete: ['ACCOUNT'],
      check: ['ACCOUNT'],
    },
    keys: ['mac'],
    secrets: ['SECRET_WECHAT', 'SECRET_WECHAT_WEBSITE'],
    vendors: ['WECHAT_URL', 'WECHAT_OPEN_URL'],
    announces: true,
  },
  'account-wechat-join': {
    impact: 'whoever signs in by WeChat for the first time cannot prove their number',
    items: {
      get: ['ACCOUNT', 'PHONE', 'WECHATVISIT'],
      put: ['ACCOUNT', 'PHONE', 'SIGNIN', 'WECHATUSER'],
      update: ['ACCOUNT', 'CHALLENGE', 'LIMIT', 'PHONE', 'TEXT'],
      delete: ['WECHATVISIT'],
    },
    keys: ['mac'],
    secrets: ['SECRET_KEY_RING'],
    announces: true,
  },
  'account-wechat-binding': {
    impact: 'nobody can bind WeChat to their account, or unbind it',
    items: {
      get: ['ACCOUNT'],
      getMany: ['ACCOUNT'],
      query: ['ACCOUNT'],
      put: ['ACCOUNT', 'WECHATVISIT'],
      update: ['ACCOUNT', 'LIMIT', 'TEXT'],
      delete: ['ACCOUNT', 'WECHATUSER'],
    },
    keys: ['mac'],
    secrets: ['SECRET_WECHAT', 'SECRET_WECHAT_WEBSITE', 'SECRET_KEY_RING'],
    vendors: ['WECHAT_URL', 'WECHAT_OPEN_URL'],
    announces: true,
  },
  'account-tokens': {
    impact: 'message tokens can neither be made nor revoked, also leaked ones',
    items: together(sessionRead, { query: ['ACCOUNT'], put: ['ACCOUNT'], update: ['ACCOUNT'], delete: ['ACCOUNT'] }),
    secrets: ['SECRET_KEY_RING'],
  },
  'account-appeal': {
    impact: 'banned users cannot appeal',
    items: together(sessionRead, { put: ['ACCOUNT'], update: ['LIMIT'], check: ['ACCOUNT'] }),
  },
  'account-user-ban': {
    impact: 'platforms can neither ban their users nor lift such a ban',
    items: together(deedDone, {
      get: ['EXTERNAL'],
      getMany: ['ACCOUNT'],
      put: ['ACCOUNT', 'EXTERNAL'],
      update: ['ACCOUNT'],
      check: ['ACCOUNT'],
    }),
    secrets: ['SECRET_PLATFORM'],
    announces: true,
  },
  'account-ban': {
    impact: 'operators can neither see appeals nor lift a ban',
    items: together(operatorRead, deedDone, { getMany: ['ACCOUNT'], update: ['ACCOUNT'], check: ['ACCOUNT'] }),
    lists: ['APPEALS'],
    secrets: ['SECRET_PLATFORM'],
    announces: true,
  },
  'operators-sign-in': {
    impact: 'operators can neither sign in at the console nor enrol, nor confirm that it is them',
    doors: ['/v1/operator/sessions'],
    items: together(operatorRead, deedDone, {
      get: ['OPERATOR'],
      put: ['OPERATORSESSION'],
      // When whoever is signed in came in before.
      query: ['AUDIT'],
      update: ['LIMIT', 'OPERATOR', 'OPERATORSESSION'],
      delete: ['OPERATORSESSION'],
    }),
    secrets: ['SECRET_PLATFORM', 'SECRET_KEY_RING'],
  },
  'operators-manage': {
    impact: 'nobody can be invited to the console, and nobody be kept out of it',
    doors: ['/v1/operator/operators'],
    items: together(operatorRead, deedDone, { get: ['OPERATOR'], put: ['OPERATOR'], update: ['OPERATOR'] }),
    lists: ['OPERATORS'],
    secrets: ['SECRET_PLATFORM'],
  },
  'consent-read': {
    impact: 'nobody can read what they agreed to, or who got their data',
    items: together(userRead, { get: ['NOTICE'], query: ['ACCOUNT'] }),
    secrets: ['SECRET_PLATFORM'],
  },
  'gate-ask': {
    impact: 'platforms get no answer from the gate',
    items: together(externalIdRead, { getMany: ['ACCOUNT'] }),
    gated: true,
    secrets: ['SECRET_PLATFORM'],
  },
  'clearing-business': {
    impact: 'platforms can neither register businesses nor bind them to users',
    items: together(externalIdRead, {
      get: ['BUSINESS'],
      getMany: ['ACCOUNT', 'BUSINESS'],
      query: ['ACCOUNT'],
      put: ['ACCOUNT'],
      update: ['BUSINESS'],
      delete: ['ACCOUNT'],
      check: ['ACCOUNT'],
    }),
    secrets: ['SECRET_PLATFORM'],
    announces: true,
  },
} as const satisfies Record<string, Purpose>
