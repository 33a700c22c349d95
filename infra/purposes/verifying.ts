import { deedDone, orderEnded, orderOpened, personGathered, together, userRead } from '../item-use.ts'
import type { Purpose } from '../purpose.ts'
import { channels, checkPaidPerhaps } from './payment-accounts.ts'

/** How people are verified: what they type and hand in, the check of it, and what becomes of evidence. */
export const verifyingFunctions = {
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
  'verification-submit': {
    impact: 'nobody can start a verification',
    items: together(orderOpened, orderEnded, personGathered, {
      put: ['CLASH', 'NOTICE'],
      update: ['TEXT'],
      check: ['PERSON', 'RESUBMISSION', 'SEGMENT', 'VENDOR'],
    }),
    keys: ['seal', 'mac', 'index'],
    // Submitting anew ends the order before whose time is over, which may turn out to be paid.
    ...checkPaidPerhaps,
    secrets: [...channels.secrets, 'SECRET_KEY_RING'],
    announces: true,
  },
  'verification-cancel': {
    impact: 'an unpaid verification cannot be cancelled',
    items: together(userRead, orderEnded),
    // Closing may find that the order was paid after all.
    ...checkPaidPerhaps,
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
  'verification-evidence': {
    impact:
      'numbers that carriers gave to somebody else go on proving who people are, and nobody is told when their verification ends',
    items: { get: ['ACCOUNT'], put: ['ACCOUNT'], update: ['ACCOUNT'], check: ['ACCOUNT', 'VENDOR'] },
    sends: ['checks'],
    announces: true,
  },
} as const satisfies Record<string, Purpose>
