import { deedDone, operatorRead, sessionRead, together } from '../item-use.ts'
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
      update: ['APP'],
    },
    announces: true,
  },
  'certificates-show': {
    impact: 'nobody can see what a certificate is worth, and badges are not shown',
    items: { getMany: ['ACCOUNT', 'CERTIFICATE'], update: ['LIMIT'] },
    keys: ['attest', 'show_attesting'],
  },
  'certificates-gate': {
    impact: 'neither the platform nor administrators are told whether an app is certified',
    items: { getMany: ['ACCOUNT', 'APP', 'CERTIFICATE'] },
    secrets: ['SECRET_PLATFORM'],
  },
  'certificates-report': {
    impact: 'nobody can report that a certificate is misused',
    items: {
      get: ['CERTIFICATE'],
      getMany: ['ACCOUNT'],
      put: ['ACCOUNT', 'CERTIFICATE'],
      update: ['LIMIT'],
      check: ['CERTIFICATE'],
    },
  },
  'certificates-appeal': {
    impact: 'nobody can appeal against the suspension or revocation of their certificate',
    items: together(sessionRead, {
      get: ['ACCOUNT', 'APP', 'CERTIFICATE'],
      getMany: ['ACCOUNT'],
      put: ['ACCOUNT', 'CERTIFICATE'],
      delete: ['ACCOUNT'],
    }),
  },
  'certificates-operator': {
    impact: 'operators can neither look certificates up, nor suspend, revoke or reinstate them',
    items: together(operatorRead, deedDone, {
      // An appeal that ends with it.
      get: ['ACCOUNT', 'APP', 'CERTIFICATE'],
      getMany: ['ACCOUNT', 'APP', 'CERTIFICATE'],
      query: ['CERTIFICATE'],
      put: ['ACCOUNT', 'CERTIFICATE'],
      update: ['ACCOUNT', 'APP'],
      delete: ['ACCOUNT'],
      check: ['ACCOUNT'],
    }),
    lists: ['CERTIFICATES'],
    secrets: ['SECRET_PLATFORM'],
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
