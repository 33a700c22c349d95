import {
  deedDone,
  externalIdRead,
  operatorRead,
  orderEnded,
  orderOpened,
  personGathered,
  sessionRead,
  together,
  userRead,
} from '../item-use.ts'
import type { Purpose } from '../purpose.ts'
import { channels, paidPerhaps } from './payment-accounts.ts'

/** Who people are, what they may do, and how they prove it. */
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
  'account-wechat': {
    impact: 'nobody can pay inside WeChat',
    items: { get: ['ACCOUNT'], getMany: ['ACCOUNT'], put: ['ACCOUNT'], update: ['ACCOUNT', 'LIMIT'] },
    secrets: ['SECRET_WECHAT'],
    vendors: ['WECHAT_URL', 'WECHAT_OPEN_URL'],
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

  'material-upload': {
    impact: 'nobody can upload pictures of their papers',
    items: together(sessionRead, {
      get: ['MATERIAL'],
      put: ['MATERIAL'],
      update: ['LIMIT', 'MATERIAL'],
      check: ['ACCOUNT'],
    }),
    uploads: true,
    sends: ['materials'],
  },
  'material-intake': {
    impact: 'files that people upload are not looked at, so that they wait with what they sent',
    items: { get: ['MATERIAL'], update: ['MATERIAL'] },
    intake: true,
    keys: ['seal_material'],
    // A whole core, and room for 25 million pixels.
    memoryMb: 1769,
  },
  'material-view': {
    impact: 'operators cannot see the pictures that they are to look at: users are not answered in time',
    items: together(operatorRead, deedDone, { get: ['MATERIAL'], update: ['LIMIT'] }),
    readsMaterials: true,
    keys: ['open_material'],
    secrets: ['SECRET_PLATFORM'],
  },
  'documents-read': {
    impact: 'nobody can have a photo of their identity card read',
    items: together(sessionRead, deedDone, {
      get: ['MATERIAL'],
      // What was agreed to, and who is handed the picture, where that is somebody outside.
      query: ['ACCOUNT'],
      put: ['ACCOUNT', 'NOTICE'],
      update: ['ACCOUNT', 'LIMIT'],
      check: ['ACCOUNT'],
    }),
    readsMaterials: true,
    keys: ['open_material'],
    secrets: ['SECRET_TENCENT_CLOUD'],
    vendors: ['TENCENT_OCR_URL'],
    // A whole core, and room for the models beside the pixels.
    memoryMb: 1769,
  },
  'documents-open': {
    impact: 'nobody can prove their document by photos of their identity card',
    items: together(deedDone, personGathered, {
      get: ['ACCOUNT'],
      getMany: ['ACCOUNT', 'MATERIAL'],
      query: ['ACCOUNT'],
      put: ['ACCOUNT', 'NOTICE'],
      update: ['ACCOUNT', 'LIMIT', 'MATERIAL'],
      check: ['ACCOUNT', 'PERSON', 'RESUBMISSION', 'VENDOR'],
    }),
    readsMaterials: true,
    keys: ['seal', 'open', 'mac', 'index', 'open_material'],
    sends: ['checks'],
    secrets: ['SECRET_TENCENT_CLOUD'],
    vendors: ['TENCENT_OCR_URL'],
    // A whole core, and room for the models beside the pixels.
    memoryMb: 1769,
  },
  'documents-checks': {
    impact: 'users do not see what became of their identity card, nor what they are to agree to before',
    items: together(userRead, { get: ['ACCOUNT'], getMany: ['ACCOUNT'], query: ['ACCOUNT'] }),
    secrets: ['SECRET_PLATFORM'],
  },
  'verification-papers': {
    impact: 'whom no machine can verify can hand in no papers',
    items: together(personGathered, {
      getMany: ['ACCOUNT', 'MATERIAL'],
      query: ['ACCOUNT'],
      put: ['ACCOUNT', 'CLASH', 'NOTICE'],
      update: ['ACCOUNT', 'LIMIT', 'MATERIAL'],
      check: ['ACCOUNT', 'PERSON'],
    }),
    keys: ['seal', 'mac', 'index'],
  },
  'profile-further': {
    impact: 'nobody can tell more of themselves than they have to',
    items: {
      getMany: ['ACCOUNT', 'MATERIAL'],
      put: ['ACCOUNT', 'NOTICE'],
      update: ['ACCOUNT', 'LIMIT', 'MATERIAL'],
      check: ['ACCOUNT'],
    },
  },
  'profile-email': {
    impact: 'nobody can prove an e-mail address',
    items: {
      get: ['ACCOUNT'],
      getMany: ['ACCOUNT'],
      put: ['ACCOUNT'],
      update: ['ACCOUNT', 'LIMIT'],
      check: ['ACCOUNT'],
    },
    keys: ['mac'],
    secrets: ['SECRET_TENCENT_CLOUD', 'SECRET_KEY_RING'],
    vendors: ['TENCENT_SES_URL'],
  },
  'verification-papers-look': {
    impact: 'operators cannot compare what was typed with the pictures: users are not answered in time',
    items: together(operatorRead, deedDone, { get: ['ACCOUNT'], update: ['LIMIT'] }),
    keys: ['open'],
    secrets: ['SECRET_PLATFORM'],
  },

  'proofing-user': {
    impact: 'nobody can say that a verification was not them, nor pause the sending of its account',
    items: together(sessionRead, {
      get: ['PROOFING'],
      put: ['ACCOUNT'],
      update: ['ACCOUNT', 'LIMIT', 'PROOFING', 'TEXT'],
      check: ['ACCOUNT'],
    }),
    keys: ['mac'],
    secrets: ['SECRET_KEY_RING'],
  },
  'proofing-clash': {
    impact: 'nobody is told that somebody else tried to verify as them',
    items: {
      get: ['ACCOUNT', 'CLASH'],
      put: ['ACCOUNT'],
      update: ['CLASH', 'LIMIT'],
      delete: ['CLASH'],
      check: ['ACCOUNT'],
    },
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

  'review-user': {
    impact: 'users can neither ask a person for help nor see, answer, withdraw or appeal what they have before people',
    items: together(sessionRead, {
      get: ['PROOFING'],
      getMany: ['MATERIAL'],
      query: ['ACCOUNT'],
      put: ['ACCOUNT'],
      update: ['ACCOUNT', 'LIMIT', 'MATERIAL', 'PROOFING'],
      delete: ['ACCOUNT'],
    }),
  },
  'review-operator': {
    impact: 'operators can neither see nor decide what waits for people: users are not answered in time',
    items: together(operatorRead, deedDone, personGathered, {
      get: ['ACCOUNT', 'PERSON', 'PROOFING'],
      // Cards, which end with who the account was.
      query: ['ACCOUNT'],
      // What a decision makes of papers, and of a verification that was not them: the identity, whose it is, and who is told.
      getMany: ['ACCOUNT', 'MATERIAL', 'PERSON'],
      put: ['ACCOUNT', 'PERSON', 'PROOFING'],
      update: ['ACCOUNT', 'MATERIAL', 'PERSON', 'PROOFING'],
      delete: ['ACCOUNT', 'PERSON'],
      // Of an address that the account is still who it was.
      check: ['ACCOUNT', 'PERSON'],
    }),
    // Papers handed in before the key of the person index was replaced are indexed anew.
    keys: ['open', 'index'],
    lists: ['REVIEWS'],
    secrets: ['SECRET_PLATFORM'],
    announces: true,
  },
  'review-follow': {
    impact:
      'nobody hears that users wait too long for people, and cases whose user did not answer in time leave nothing behind',
    items: {
      get: ['ACCOUNT', 'PROOFING'],
      getMany: ['MATERIAL'],
      put: ['ACCOUNT'],
      update: ['ACCOUNT', 'MATERIAL', 'PROOFING'],
      delete: ['ACCOUNT'],
    },
  },

  'verification-submit': {
    impact: 'nobody can start a verification',
    items: together(orderOpened, orderEnded, personGathered, {
      put: ['CLASH', 'NOTICE'],
      update: ['TEXT'],
      check: ['PERSON', 'RESUBMISSION', 'SEGMENT', 'VENDOR'],
    }),
    keys: ['seal', 'mac', 'index'],
    // Submitting anew ends the order before whose time is over, which may turn out to be paid.
    ...paidPerhaps,
    secrets: [...channels.secrets, 'SECRET_KEY_RING'],
    announces: true,
  },
  'verification-cancel': {
    impact: 'an unpaid verification cannot be cancelled',
    items: together(userRead, orderEnded),
    // Closing may find that the order was paid after all.
    ...paidPerhaps,
    secrets: [...channels.secrets, 'SECRET_PLATFORM'],
    announces: true,
  },
  'verification-read': {
    impact: 'users do not see their result, and platforms not that of their users',
    items: together(userRead, { query: ['ACCOUNT', 'ORDER'] }),
    secrets: ['SECRET_PLATFORM'],
  },
  'verification-check': {
    impact: 'people have paid and get no result until this works again',
    items: together(personGathered, deedDone, {
      get: ['ACCOUNT'],
      getMany: ['ACCOUNT', 'VENDOR'],
      put: ['ACCOUNT', 'CLASH', 'ORDER', 'PROOFING', 'RESUBMISSION', 'VENDOR'],
      // Photos of a card that was checked.
      update: ['ACCOUNT', 'LIMIT', 'MATERIAL', 'ORDER', 'PERSON', 'SEGMENT', 'VENDOR'],
      // What the platform pays for is open no more.
      delete: ['ACCOUNT'],
      check: ['ACCOUNT', 'PERSON', 'RESUBMISSION', 'SEGMENT'],
    }),
    keys: ['open', 'index'],
    sends: ['checks', 'refunds'],
    secrets: ['SECRET_TENCENT_CLOUD', 'SECRET_ALIBABA_CLOUD'],
    vendors: ['TENCENT_FACEID_URL', 'ALIBABA_CLOUDAUTH_URL'],
    announces: true,
  },
  'verification-gather': {
    impact: 'while the key of the person index is replaced, its old version cannot be retired',
    items: together(personGathered, deedDone, { get: ['ACCOUNT'], getMany: ['ACCOUNT'] }),
    lists: ['PEOPLE'],
    keys: ['open', 'index'],
  },

  'wallet-card-bind': {
    impact: 'nobody can be verified by a bank card or bind one',
    items: together(deedDone, personGathered, {
      get: ['ACCOUNT'],
      getMany: ['ACCOUNT'],
      put: ['ACCOUNT', 'CLASH', 'NOTICE'],
      query: ['ACCOUNT'],
      update: ['ACCOUNT', 'LIMIT', 'TEXT'],
      check: ['ACCOUNT', 'PERSON', 'RESUBMISSION', 'VENDOR'],
    }),
    keys: ['seal', 'open', 'mac', 'index'],
    sends: ['checks'],
    secrets: ['SECRET_KEY_RING'],
  },
  'wallet-cards': {
    impact: 'users do not see their bank cards, nor what became of one, nor what they are to agree to before',
    items: together(userRead, { query: ['ACCOUNT'] }),
    secrets: ['SECRET_PLATFORM'],
  },
  'wallet-card-unbind': {
    impact: 'bank cards cannot be taken off',
    items: together(sessionRead, {
      query: ['ACCOUNT'],
      getMany: ['ACCOUNT'],
      put: ['ACCOUNT'],
      update: ['ACCOUNT'],
      check: ['ACCOUNT'],
    }),
    announces: true,
  },
  'face-open': {
    impact: 'nobody can begin to be confirmed by face',
    items: together(deedDone, {
      get: ['ACCOUNT'],
      getMany: ['ACCOUNT', 'VENDOR'],
      put: ['ACCOUNT', 'FACEEND', 'NOTICE', 'VENDOR'],
      update: ['ACCOUNT', 'LIMIT', 'VENDOR'],
      delete: ['ACCOUNT'],
      check: ['ACCOUNT'],
    }),
    keys: ['open', 'index'],
    secrets: ['SECRET_TENCENT_CLOUD', 'SECRET_ALIBABA_CLOUD'],
    vendors: ['TENCENT_FACEID_URL', 'ALIBABA_CLOUDAUTH_URL'],
    announces: true,
  },
  'face-read': {
    impact: 'users do not see what became of a confirmation by face, nor what they are to agree to before one',
    items: together(userRead, { query: ['ACCOUNT'] }),
    secrets: ['SECRET_PLATFORM'],
  },
  'face-look': {
    impact: 'who comes back from a confirmation by face waits minutes for its result',
    items: together(userRead, {
      getMany: ['ACCOUNT'],
      put: ['ACCOUNT', 'FACEEND'],
      update: ['ACCOUNT', 'LIMIT', 'VENDOR'],
      delete: ['ACCOUNT'],
    }),
    keys: ['index'],
    secrets: ['SECRET_PLATFORM', 'SECRET_TENCENT_CLOUD', 'SECRET_ALIBABA_CLOUD'],
    vendors: ['TENCENT_FACEID_URL', 'ALIBABA_CLOUDAUTH_URL'],
    announces: true,
  },
  'face-follow': {
    impact: 'confirmations by face whose browser never came back have no end, and their accounts cannot begin another',
    items: {
      getMany: ['ACCOUNT'],
      put: ['ACCOUNT', 'FACEEND'],
      update: ['ACCOUNT', 'LIMIT', 'VENDOR'],
      delete: ['ACCOUNT'],
    },
    keys: ['index'],
    secrets: ['SECRET_TENCENT_CLOUD', 'SECRET_ALIBABA_CLOUD'],
    vendors: ['TENCENT_FACEID_URL', 'ALIBABA_CLOUDAUTH_URL'],
    announces: true,
  },
  'verification-evidence': {
    impact:
      'numbers that carriers gave to somebody else go on proving who people are, and nobody is told when their verification ends',
    items: { get: ['ACCOUNT'], put: ['ACCOUNT'], update: ['ACCOUNT'], check: ['ACCOUNT', 'VENDOR'] },
    sends: ['checks'],
    announces: true,
  },
} as const satisfies Record<string, Purpose>
