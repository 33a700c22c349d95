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
} as const satisfies Record<string, Purpose>
