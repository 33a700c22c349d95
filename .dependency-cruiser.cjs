const { existsSync } = require('node:fs')
const { join } = require('node:path')

/**
 * The import rules of this project. Type-only imports count as imports: a rule that must not know the SDK must not know its
 * types either.
 */

/** Patterns for single files of functions/; a file that was renamed must not slip out of its rule. */
const files = (...names) =>
  names.map((name) => {
    if (!existsSync(join(__dirname, `functions/${name}.ts`)))
      throw new Error(`an import rule names functions/${name}.ts`)
    return `^functions/${name}\\.ts$`
  })

/** Those of the rules that hash. */
const hashing = files('account/codes/challenge', 'account/tokens/message-token', 'payment/orders/order-opening')

/** Rules as pure functions: they decide, and ask nobody. */
const pure = [
  ...hashing,
  ...files('account/account', 'account/external-id', 'account/codes/sms-limit'),
  ...files(
    'verification/gate/gate',
    'verification/identity/id-number',
    'verification/identity/identity',
    'verification/identity/masking',
  ),
  ...files(
    'verification/identity/person-name',
    'verification/identity/phone',
    'verification/identity/typed-digits',
    'verification/verification',
  ),
  ...files(
    'payment/ledger/ledger',
    'payment/orders/membership',
    'payment/orders/order',
    'payment/refunds/refund',
    'payment/providers/methods',
  ),
  ...files('bookkeeping/reconciliation/run', 'payment/paying/attempt'),
  ...files('payment/reconciliation/comparison'),
  ...files('payment/statements/balance-sheet', 'payment/statements/call-comparison', 'payment/statements/csv'),
  ...files('payment/statements/days', 'payment/statements/statement-rows'),
  ...files('messaging/delivering/delivery', 'messaging/sending/message', 'messaging/sending/quota'),
  ...files('account/bans/appeal', 'account/bans/ban', 'payment/ledger/position'),
  ...['complaint', 'deadlines', 'evidence', 'malice', 'reply-text'].flatMap((name) =>
    files(`payment/complaints/${name}`),
  ),
]

/** What several real implementations stand behind: types only. */
const ports = files(
  'account/sms/sms-sender',
  'verification/checkers/checker',
  'payment/providers/bill',
  'payment/providers/complaint-desk',
  'payment/providers/provider',
)

/** Prices, limits and durations: pure rules take them as arguments and name their type. */
const settings = '^functions/settings\\.ts$'

/** Items and writes of a capability, for others to compose into one commit. */
const stores = '^functions/.+-store\\.ts$'

/** Who is asking, and what they may do. */
const guards = files(
  'account/sessions/session',
  'account/keys/platform-key',
  'account/keys/operator-key',
  'verification/gate/ask-gate',
)

const handlers = '\\.handler\\.ts$'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'pure-files-import-pure-files',
      comment: 'A rule decides from its arguments alone: no SDK, no zod, no clock, no environment.',
      severity: 'error',
      from: { path: [...pure, ...ports], pathNot: hashing },
      to: { pathNot: ['^shared/kernel/', settings, ...pure, ...ports] },
    },
    {
      name: 'pure-files-that-hash-import-crypto-besides',
      severity: 'error',
      from: { path: hashing },
      to: { pathNot: ['^shared/kernel/', settings, ...pure, ...ports, '^(node:)?crypto$'] },
    },
    {
      name: 'kernel-imports-nothing',
      severity: 'error',
      from: { path: '^shared/kernel/' },
      to: { pathNot: '^shared/kernel/' },
    },
    {
      name: 'shared-knows-no-business',
      comment: 'Mechanisms are used by capabilities, never the other way round.',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: '^(functions|infra|local|test|web)/' },
    },
    {
      name: 'aws-sdk-only-in-its-adapters',
      severity: 'error',
      from: { path: '^(shared|functions)/', pathNot: '^shared/(table|vault|queue|runtime)/' },
      to: { path: 'node_modules/(@aws-sdk|@smithy)/' },
    },
    {
      name: 'runtime-only-in-handlers',
      comment: 'Environment, clock, clients and randomness come in as arguments everywhere else.',
      severity: 'error',
      from: { path: '^(shared|functions|infra|local)/', pathNot: ['^shared/runtime/', handlers] },
      to: { path: '^shared/runtime/' },
    },
    {
      name: 'handlers-are-entry-points',
      severity: 'error',
      from: { path: '^(shared|functions)/' },
      to: { path: handlers },
    },
    {
      name: 'handlers-do-not-import-the-route-table',
      comment: 'All schemas would land in the bundle of each function.',
      severity: 'error',
      from: { path: '^(shared|functions)/' },
      to: { path: '^functions/routes\\.ts$' },
    },
    {
      name: 'functions-do-not-know-where-they-run',
      severity: 'error',
      from: { path: '^functions/' },
      to: { path: '^(infra|local|test|web)/' },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { pathNot: '^test/' },
      to: { path: '^test/' },
    },
    {
      name: 'capabilities-meet-in-rules-stores-and-guards',
      comment: 'An operation of one capability does not call an operation of another.',
      severity: 'error',
      from: { path: '^functions/([^/]+)/', pathNot: handlers },
      to: {
        path: '^functions/[^/]+/',
        pathNot: ['^functions/$1/', ...pure, ...ports, stores, ...guards],
      },
    },
    {
      name: 'handlers-wire-what-they-pass-on',
      comment:
        'Besides, a handler hands its operation the adapters and operations of other capabilities as dependencies.',
      severity: 'error',
      from: { path: '^functions/([^/]+)/.+\\.handler\\.ts$' },
      to: {
        path: '^functions/[^/]+/',
        pathNot: [
          '^functions/$1/',
          ...pure,
          ...ports,
          stores,
          ...guards,
          '^functions/.+/([\\w-]*from|platform)-secret\\.ts$',
          ...files('payment/orders/close', 'payment/providers/channels', 'payment/reconciliation/open-runs'),
        ],
      },
    },
    {
      name: 'stand-ins-know-no-adapter',
      comment: 'A stand-in that shared code with the adapter would agree with its mistakes.',
      severity: 'error',
      from: { path: '^functions/sandbox/' },
      to: { path: '^functions/', pathNot: '^functions/sandbox/' },
    },
    {
      name: 'nobody-knows-the-stand-ins',
      severity: 'error',
      from: { path: '^functions/', pathNot: ['^functions/sandbox/', '^functions/routes\\.ts$'] },
      to: { path: '^functions/sandbox/' },
    },
    {
      name: 'zod-only-as-mini',
      comment: 'The plain import costs 454 KB in a bundle.',
      severity: 'error',
      from: { path: '^(shared|functions)/' },
      to: { path: 'node_modules/zod/', pathNot: 'node_modules/zod/mini/' },
    },
    {
      name: 'no-development-package-in-functions',
      severity: 'error',
      from: { path: '^(shared|functions)/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], pathNot: 'node_modules/@types/' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: { path: '^(shared|functions|infra|local)/' },
      to: { circular: true },
    },
    {
      name: 'everything-resolves',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    // TypeScript 7 has no parser to offer; swc has, and sees type-only imports too.
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      extensions: ['.ts', '.js', '.d.ts'],
    },
  },
}
