import { deedDone, personGathered, sessionRead, together, userRead } from '../item-use.ts'
import type { Purpose } from '../purpose.ts'

/** How people prove more: pictures, documents, cards, their face, and what they tell of themselves. */
export const provingFunctions = {
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
  'documents-read': {
    impact: 'nobody can have a photo of their identity card read',
    items: together(sessionRead, deedDone, {
      getMany: ['ACCOUNT', 'MATERIAL'],
      // What was agreed to, and who is handed the picture: only where a vendor reads, which a setting may choose at any time.
      query: ['ACCOUNT'],
      put: ['ACCOUNT', 'NOTICE'],
      update: ['ACCOUNT', 'LIMIT'],
      check: ['ACCOUNT', 'MATERIAL'],
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
      // What the account and its vendors may do today is looked at before anybody is paid to read.
      getMany: ['ACCOUNT', 'LIMIT', 'MATERIAL', 'VENDOR'],
      query: ['ACCOUNT'],
      put: ['ACCOUNT', 'NOTICE'],
      update: ['ACCOUNT', 'LIMIT', 'MATERIAL'],
      check: ['ACCOUNT', 'MATERIAL', 'PERSON', 'RESUBMISSION', 'VENDOR'],
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
} as const satisfies Record<string, Purpose>
