import { deedDone, operatorRead, orderOpened, sessionRead, together } from '../item-use.ts'
import type { Purpose } from '../purpose.ts'

/** How apps get their names, and are certified. */
export const certifyingFunctions = {
  'certification-apps': {
    impact: 'nobody can create, see or edit their apps',
    items: together(sessionRead, {
      get: ['APP', 'MATERIAL', 'NAME'],
      getMany: ['ACCOUNT', 'APP', 'MATERIAL'],
      query: ['ACCOUNT'],
      put: ['ACCOUNT', 'APP', 'NAME'],
      update: ['ACCOUNT', 'APP', 'LIMIT', 'MATERIAL', 'NAME'],
      delete: ['ACCOUNT', 'APP'],
      check: ['ACCOUNT'],
    }),
    announces: true,
  },
  'certification-domains': {
    impact: 'nobody can add a domain of theirs, or prove that it is',
    items: together(sessionRead, {
      get: ['ACCOUNT'],
      query: ['ACCOUNT'],
      put: ['ACCOUNT'],
      update: ['ACCOUNT', 'LIMIT'],
      delete: ['ACCOUNT'],
      check: ['ACCOUNT'],
    }),
  },
  'certification-names': {
    impact: 'nobody can have the name of an app looked at before they ask for it',
    items: together(sessionRead, { get: ['APP', 'NAME'], update: ['LIMIT'] }),
  },
  'certification-icon': {
    impact: 'administrators do not see the icons of their apps',
    items: together(sessionRead, { get: ['APP', 'MATERIAL'] }),
    readsMaterials: true,
    keys: ['open_material'],
  },
  'certification-rename': {
    impact: 'nobody can rename their apps',
    items: together(sessionRead, {
      get: ['APP', 'MATERIAL', 'NAME'],
      put: ['ACCOUNT', 'NAME'],
      update: ['ACCOUNT', 'APP', 'LIMIT', 'MATERIAL', 'NAME', 'TEXT'],
      check: ['ACCOUNT'],
    }),
    keys: ['mac'],
    secrets: ['SECRET_KEY_RING'],
    announces: true,
  },
  'certification-handover': {
    impact: 'nobody can hand an app over to another account, or take one on',
    items: together(sessionRead, {
      get: ['APP', 'MATERIAL'],
      // The certificate of the app, and who both are by now.
      getMany: ['ACCOUNT', 'CERTIFICATE'],
      query: ['ACCOUNT'],
      put: ['ACCOUNT', 'CERTIFICATE'],
      update: ['ACCOUNT', 'APP', 'LIMIT', 'MATERIAL', 'TEXT'],
      delete: ['ACCOUNT'],
      check: ['ACCOUNT'],
    }),
    keys: ['mac'],
    secrets: ['SECRET_KEY_RING'],
    announces: true,
  },
  'certification-applicants': {
    impact: 'nobody can say whom their apps are certified for',
    items: together(sessionRead, {
      get: ['ACCOUNT'],
      getMany: ['ACCOUNT'],
      query: ['ACCOUNT'],
      put: ['ACCOUNT'],
      update: ['ACCOUNT'],
      check: ['ACCOUNT'],
    }),
    keys: ['seal', 'index'],
  },
  'certification-check': {
    impact: 'no organisation that applies for certification can be looked up: people check it by its papers',
    items: together(sessionRead, deedDone, {
      get: ['ACCOUNT'],
      // Certificates of a company that does not operate any more.
      getMany: ['CERTIFICATE', 'VENDOR'],
      query: ['ACCOUNT'],
      put: ['ACCOUNT', 'NOTICE', 'VENDOR'],
      update: ['ACCOUNT', 'CERTIFICATE', 'LIMIT', 'VENDOR'],
      check: ['ACCOUNT'],
    }),
    keys: ['open'],
    secrets: ['SECRET_TENCENT_CLOUD', 'SECRET_ALIBABA_CLOUD'],
    vendors: ['TENCENT_OCR_URL', 'ALIBABA_CLOUDAUTH_URL'],
  },
  'certification-account': {
    impact: 'no account of a company can be proven by a transfer',
    items: together(sessionRead, {
      get: ['ACCOUNT'],
      getMany: ['VENDOR'],
      put: ['ACCOUNT', 'NOTICE', 'VENDOR'],
      update: ['ACCOUNT', 'LIMIT', 'VENDOR'],
      check: ['ACCOUNT'],
    }),
    keys: ['seal', 'open'],
  },
  'certification-licence': {
    impact: 'nobody can have a photo of their business licence read',
    items: together(sessionRead, deedDone, {
      getMany: ['ACCOUNT', 'MATERIAL'],
      query: ['ACCOUNT'],
      put: ['ACCOUNT', 'NOTICE'],
      update: ['ACCOUNT', 'LIMIT', 'VENDOR'],
      check: ['ACCOUNT', 'MATERIAL'],
    }),
    readsMaterials: true,
    keys: ['open_material'],
    secrets: ['SECRET_TENCENT_CLOUD'],
    vendors: ['TENCENT_OCR_URL'],
  },
  'certification-applications': {
    impact: 'nobody can see, fill in or send in an application for the certification of an app',
    // One whose time is over is ended first, with what it held: its app, its name, its pictures and its fee.
    items: together(sessionRead, {
      get: ['APP', 'NAME'],
      getMany: ['ACCOUNT', 'MATERIAL'],
      query: ['ACCOUNT'],
      put: ['ACCOUNT', 'NAME', 'ORDER'],
      update: ['ACCOUNT', 'APP', 'LIMIT', 'MATERIAL', 'NAME', 'ORDER'],
      delete: ['ACCOUNT'],
      check: ['ACCOUNT', 'APP'],
    }),
    sends: ['refunds'],
    announces: true,
  },
  'certification-confirm': {
    impact: 'nobody can confirm an application for certification, send a corrected one again, or take one back',
    items: together(sessionRead, {
      get: ['APP', 'MATERIAL', 'NAME'],
      getMany: ['ACCOUNT'],
      put: ['ACCOUNT', 'NAME', 'ORDER'],
      update: ['ACCOUNT', 'APP', 'LIMIT', 'MATERIAL', 'NAME', 'ORDER', 'TEXT'],
      delete: ['ACCOUNT'],
      check: ['ACCOUNT'],
    }),
    keys: ['mac', 'seal'],
    secrets: ['SECRET_KEY_RING'],
    sends: ['refunds'],
    announces: true,
  },
  'certification-operator': {
    impact: 'operators cannot see what they are to decide about applications for certification',
    items: together(operatorRead, deedDone, {
      get: ['ACCOUNT'],
      getMany: ['ACCOUNT', 'APP', 'NAME'],
      query: ['ACCOUNT'],
      update: ['LIMIT'],
    }),
    keys: ['open'],
    secrets: ['SECRET_PLATFORM'],
  },
  'certification-fee': {
    impact: 'the fee of an application for certification cannot be paid',
    items: together(sessionRead, orderOpened),
  },
  'certification-text': {
    impact: 'nobody is texted what came of their application for certification; letters and events come all the same',
    items: {
      get: ['ACCOUNT'],
      getMany: ['LIMIT'],
      put: ['ACCOUNT'],
      update: ['ACCOUNT', 'LIMIT'],
    },
    keys: ['open'],
    secrets: ['SECRET_TENCENT_CLOUD', 'SECRET_ALIBABA_CLOUD'],
    vendors: ['TENCENT_SMS_URL', 'ALIBABA_SMS_URL'],
  },
  'certification-follow': {
    impact:
      'applications for certification whose time is over stay where they are, fees that have to go back do not, and nobody is told that papers run out',
    items: {
      get: ['ACCOUNT', 'APP'],
      put: ['ACCOUNT', 'ORDER'],
      update: ['ACCOUNT', 'APP', 'MATERIAL', 'NAME', 'ORDER'],
      check: ['APP'],
      delete: ['ACCOUNT'],
    },
    sends: ['refunds'],
    announces: true,
  },
} as const satisfies Record<string, Purpose>
