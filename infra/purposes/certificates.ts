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
  'certificates-show': {
    impact: 'nobody can see what a certificate is worth, and badges are not shown',
    items: { getMany: ['ACCOUNT', 'CERTIFICATE', 'LIMIT'], update: ['LIMIT'] },
    keys: ['attest', 'show_attesting'],
  },
  'certificates-gate': {
    impact: 'neither the platform nor administrators are told whether an app is certified',
    items: { getMany: ['ACCOUNT', 'APP', 'CERTIFICATE'] },
    secrets: ['SECRET_PLATFORM'],
  },
} as const satisfies Record<string, Purpose>
