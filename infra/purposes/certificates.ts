import { sessionRead, together } from '../item-use.ts'
import type { Purpose } from '../purpose.ts'

/** What is kept of the certificates of apps, and told of them to anybody. */
export const certificateFunctions = {
  'certificates-follow': {
    impact:
      'certificates that have ended are told to be over, but nobody writes that down: their holders are not told, nor before their time runs out, and their apps cannot be renamed',
    items: {
      get: ['CERTIFICATE'],
      // How often the holder was cleared.
      getMany: ['ACCOUNT'],
      put: ['ACCOUNT', 'CERTIFICATE'],
      update: ['ACCOUNT', 'APP'],
    },
    announces: true,
  },
  'certificates-own': {
    impact: 'administrators do not see how the certificates of their apps stand, nor when to renew them',
    items: together(sessionRead, { get: ['APP'], getMany: ['ACCOUNT', 'CERTIFICATE'] }),
  },
  'certificates-page': {
    impact: 'nobody can say on which page of theirs the link of their certificate is',
    items: together(sessionRead, {
      get: ['APP', 'CERTIFICATE'],
      getMany: ['ACCOUNT'],
      query: ['ACCOUNT'],
      put: ['CERTIFICATE'],
      check: ['ACCOUNT'],
    }),
  },
} as const satisfies Record<string, Purpose>
