/**
 * The import rules of this project. Type-only imports count as imports: a rule that must not know the SDK must not know its
 * types either. What a file is follows from its name, so that a new file is under its rule without being listed here:
 *
 *   verb.handler.ts   entry of a function: wires, and may import any capability
 *   verb.route.ts     what a route takes and answers
 *   noun-store.ts     items of the table to domain and back, writes as descriptions
 *   noun-view.ts      what the API shows
 *   noun-guard.ts     lets a kind of caller in
 *   noun-secret.ts    what a secret must hold
 *   noun-channel.ts   a way out of the house
 *   effect            what the end of something means for whoever began it, as writes
 *   keys, settings, problems, good, kind    what a capability declares of itself
 *   verb-….ts         an operation; its name begins with one of the verbs below
 *   all others        pure rules and ports
 */

const swc = require('@swc/core')

// dependency-cruiser asks its parser for TypeScript without tags in it (17.4: "TODO: tsx" in its source), and breaks off at the first.
const { parseFileSync } = swc
swc.parseFileSync = (file, options) => parseFileSync(file, { ...options, tsx: file.endsWith('.tsx') })

/** The folders of functions/ from the bottom up: one imports only those before it. */
const floors = [
  'front',
  'outgoing',
  'pages',
  'person',
  'audit',
  'account',
  'operators',
  'consent',
  'evidence',
  'gate',
  'payment',
  'membership',
  'material',
  'review',
  'proofing',
  'verification',
  'profile',
  'face',
  'documents',
  'wallet',
  'clearing',
  'certification',
  'certificates',
  'messaging',
  'complaints',
  'bookkeeping',
  'webhooks',
  'overview',
  'cases',
  'analytics',
  'upkeep',
  'vendors',
]

/**
 * What operations do. A file that does something else than decide has such a name: add a verb here, not a file. Those of the
 * first list are clear without an object (`pay.ts`); the others are nouns too, or say nothing alone (`run-check.ts`).
 */
const aloneOrWithObject = [
  'authenticate',
  'buy',
  'cancel',
  'close',
  'deliver',
  'pay',
  'read',
  'recharge',
  'reconcile',
  'redeliver',
  'relay',
  'rerun',
  'send',
  'submit',
  'sweep',
]
const withObject = [
  ...[
    'absorb',
    'act',
    'answer',
    'appeal',
    'ask',
    'begin',
    'bind',
    'clear',
    'commit',
    'confirm',
    'correct',
    'create',
    'decide',
    'decode',
    'delete',
    'edit',
    'end',
    'find',
    'follow',
    'gather',
    'give',
    'hear',
  ],
  ...[
    'import',
    'index',
    'keep',
    'list',
    'mark',
    'measure',
    'open',
    'pause',
    'perform',
    'plan',
    'record',
    'recover',
    'redeem',
    'refuse',
    'rename',
    'run',
    'seal',
    'settle',
    'sign',
    'take',
    'unbind',
    'watch',
    'withdraw',
  ],
]

/** What several entries are made of. */
const sharedByEntries = '^functions/(?:serve|unknown-here|own-order|order-channels|kept-notices|card-reader)\\.ts$'

/** What a stand-in sees pictures with. */
const eyes = [
  '^functions/documents/(?:recogniser|unreadable)\\.ts$',
  '^functions/documents/recognition/(?:read-card|local/open-eyes)\\.ts$',
  '^functions/material/picture/open-pixels\\.ts$',
]

const handlers = '\\.handler\\.ts$'
const capability = `^functions/(${floors.filter((name) => name !== 'vendors').join('|')})/`
const operations = [`/(?:${aloneOrWithObject.join('|')})[.-]`, `/(?:${withObject.join('|')})-`]
const stores = '-store\\.ts$'
const views = '[/-]view\\.ts$'
const guards = '-guards\\.ts$'
const declared = '/(?:events|keys|settings|problems|good|kind)\\.ts$'
const notPure = [
  handlers,
  '\\.d\\.ts$',
  '\\.route\\.ts$',
  stores,
  views,
  guards,
  '-secret\\.ts$',
  '-channel\\.ts$',
  '[/-]effect\\.ts$',
  declared,
  ...operations,
]

/** Node's own functions of their arguments alone; types of sockets and names among them. */
const calculating = '^(node:)?(crypto|net|dns|buffer)$'

/** Packages that are functions of their arguments alone. */
const calculatingPackages = 'node_modules/(?:htmlparser2|markdown-it|markdown-it-cjk-friendly)/'

/** What a rule may name the types of: limits and prices, what is sold, and what people decide. */
const typesOnly = ['/settings\\.ts$', '^functions/payment/good\\.ts$', '^functions/review/kind\\.ts$']

/** What pages take of functions/: rules of people, states and offers, and what they are called. */
const forPages = [
  '^functions/person/[a-z-]+\\.ts$',
  '^functions/pages/(?:page|console)-paths\\.ts$',
  '^functions/operators/rights\\.ts$',
  '^functions/account/codes/typed-code\\.ts$',
  '^functions/account/wechat/(?:authorization|visits/visit)\\.ts$',
  '^functions/verification/check/begin-within\\.ts$',
  '^functions/verification/submission/identity\\.ts$',
  '^functions/verification/papers/(?:kind-for|papers-kinds|typed-person|words)\\.ts$',
  '^functions/verification/(?:problems|next-steps)\\.ts$',
  '^functions/review/(?:words|help/help-words)\\.ts$',
  '^functions/wallet/cards/(?:banks|card-number|problems)\\.ts$',
  '^functions/documents/recognition/(?:glare|geometry)\\.ts$',
  '^functions/messaging/reading/html-parts\\.ts$',
  '^functions/messaging/channels/channel-code\\.ts$',
  '^functions/messaging/problems\\.ts$',
  '^functions/audit/(?:reading|reveal-reasons|deed|deed-form|own-reasons)\\.ts$',
  '^functions/cases/timeline/line-kinds\\.ts$',
  '^functions/payment/good-kinds\\.ts$',
  '^functions/analytics/sources/order-stages\\.ts$',
  '^functions/material/picture/refusal-words\\.ts$',
  '^functions/certificates/(?:certificate/certificate-id|telling/words|reporting/(?:report|words|case-kinds)|looking/misses|appealing/(?:case-kind|words))\\.ts$',
  '^functions/certification/(?:naming/app-name|platforms/platform-ids|problems)\\.ts$',
  '^functions/certification/(?:applicants/applicant-kinds|applications/problems|company/credit-code|deciding/(?:case-kind|correctable|words)|papers/(?:paper|words)|steps/case-kind)\\.ts$',
]

/**
 * What a capability offers to those above it besides rules and writes: deeds with money that must exist once. All others of its
 * operations are its own, or are handed in by an entry.
 */
const offered = [
  'audit/commit-deed',
  'audit/find-entry',
  'front/answer-file',
  'account/bans/refuse-ban',
  'account/sessions/authenticate',
  'account/codes/answer-code',
  'account/codes/index-phone',
  'account/numbers/answer-last-four',
  'account/numbers/answer-step-up',
  'account/numbers/index-last-four',
  'complaints/find-of-account',
  'consent/find-handed-on',
  'overview/read-account',
  'operators/proposals/find-open',
  'operators/proposals/open-proposal',
  'gate/ask-gate',
  'material/reading/open-bytes',
  'payment/orders/find-order',
  'payment/orders/open-order',
  'payment/paying/record-payment',
  'payment/refunds/absorb-forced-refund',
  'payment/refunds/find-refund',
  'payment/refunds/give-back',
  'proofing/index-proven-phone',
  'review/case/find-case',
  'verification/reading/find-sealed-identity',
  'verification/reading/open-held-identity',
  'verification/reading/open-identity',
  'verification/owed/open-owed',
  'verification/owed/read-owed-conflicts',
  'verification/owed/seal-owed',
  'verification/submission/index-person',
  'verification/submission/record-identity-refusal',
  'verification/vendors/pause-desk',
  'verification/vendors/record-desk',
].map((name) => `^functions/${name}\\.ts$`)

/** One rule for each floor: nothing that stands on it or above it may be below. Entries stand outside, and wire. */
const order = floors.slice(0, -1).map((name, at) => ({
  name: `${name}-imports-only-floors-below`,
  comment: `functions/${name} stands below the folder it imports here. Hand the need in as a dependency (a port that ${name} owns), or move what composes both up.`,
  severity: 'error',
  from: { path: `^functions/${name}/`, pathNot: handlers },
  to: { path: `^functions/(?:${floors.slice(at + 1).join('|')})/` },
}))

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...order,
    {
      name: 'folders-have-a-floor',
      comment: 'Give the new folder of functions/ its place in `floors` above: it imports only folders before it.',
      severity: 'error',
      from: { path: '^functions/[^/]+/', pathNot: `^functions/(?:${floors.join('|')}|sandbox)/` },
      to: {},
    },
    {
      name: 'pure-files-import-pure-files',
      comment:
        'A rule decides from its arguments alone: no SDK, no zod, no clock, no environment, no table. If the file does something, begin its name with a verb; if it turns items into records, call it -store; if it shows, -view.',
      severity: 'error',
      from: { path: capability, pathNot: notPure },
      to: {
        path: ['^shared/', '^functions/[a-z]+\\.ts$', 'node_modules/', ...notPure],
        pathNot: ['^shared/kernel/', calculatingPackages, ...typesOnly],
      },
    },
    {
      name: 'pure-files-only-calculate',
      comment:
        'Of Node a rule takes functions of their arguments alone; files, sockets and timers come in through operations.',
      severity: 'error',
      from: { path: capability, pathNot: notPure },
      to: { dependencyTypes: ['core'], pathNot: calculating },
    },
    {
      name: 'kernel-imports-nothing',
      comment:
        'It is what everything else is said in. What needs another package is a mechanism: shared/table, shared/http, …',
      severity: 'error',
      from: { path: '^shared/kernel/' },
      to: { pathNot: '^shared/kernel/' },
    },
    {
      name: 'shared-knows-no-business',
      comment: 'Mechanisms are used by capabilities, never the other way round. Take what is needed as an argument.',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: '^(functions|infra|local|clients|test)/' },
    },
    {
      name: 'aws-sdk-only-in-its-adapters',
      comment: 'Everybody else takes a Table, Queue or Vault, so that the simulation can run the real operations.',
      severity: 'error',
      from: { path: '^(shared|functions)/', pathNot: '^shared/(table|vault|queue|objects|runtime)/' },
      to: { path: 'node_modules/(@aws-sdk|@smithy)/' },
    },
    {
      name: 'runtime-only-in-entries',
      comment: 'Environment, clock, clients and randomness come in as arguments everywhere else.',
      severity: 'error',
      from: {
        path: '^(shared|functions|infra|local)/',
        pathNot: ['^shared/runtime/', handlers, sharedByEntries],
      },
      to: { path: '^shared/runtime/' },
    },
    {
      name: 'entries-are-imported-by-nobody',
      comment: 'Importing one wires a function. Take the operation it runs, or its route.',
      severity: 'error',
      from: { path: '^(shared|functions|infra|local)/' },
      to: { path: handlers },
    },
    {
      name: 'what-is-merged-is-for-others',
      comment:
        'All schemas, settings or goods would land in the bundle of each function. Import the row, table or good of the capability; goods, keys and problems only where an entry needs every one of them.',
      severity: 'error',
      // Tells operators of every setting there is.
      from: { path: '^(shared|functions)/.+/', pathNot: '^functions/upkeep/settings\\.handler\\.ts$' },
      to: { path: '^functions/(routes|settings|queues|schedules)\\.ts$' },
    },
    {
      name: 'merged-tables-are-handed-in-by-entries',
      comment: 'An operation takes goods, kinds of work and problems as dependencies.',
      severity: 'error',
      from: { path: '^functions/.+/', pathNot: handlers },
      to: { path: ['^functions/[a-z]+\\.ts$', sharedByEntries] },
    },
    {
      name: 'functions-do-not-know-where-they-run',
      comment: 'What depends on the place comes in through the environment, read by shared/runtime.',
      severity: 'error',
      from: { path: '^functions/' },
      to: { path: '^(infra|local|clients|test)/' },
    },
    {
      name: 'clients-stand-alone',
      comment: 'Whoever installs a client has nothing else of this repository, and no package beside it.',
      severity: 'error',
      from: { path: '^clients/([^/]+)/src/' },
      to: { pathNot: '^clients/$1/src/' },
    },
    {
      name: 'examples-are-written-as-by-others',
      comment:
        'They show what somebody writes who has the client and a framework, and nothing else of this repository.',
      severity: 'error',
      from: { path: '^examples/' },
      to: { path: '^(shared|functions|infra|local|test)/' },
    },
    {
      name: 'nothing-imports-tests',
      comment: 'What tests and code both need belongs to the code.',
      severity: 'error',
      from: { pathNot: '^test/' },
      to: { path: '^test/' },
    },
    {
      name: 'capabilities-meet-in-rules-and-writes',
      comment:
        'From another capability take rules, ports, stores, views, guards and what it declares, or one of the few deeds it offers (the list above). Anything else is handed in by an entry.',
      severity: 'error',
      from: { path: '^functions/([^/]+)/', pathNot: [handlers, '^functions/(?:vendors|sandbox)/'] },
      to: { path: operations, pathNot: ['^functions/$1/', '^(?:shared|node_modules)/', stores, views, ...offered] },
    },
    {
      name: 'only-entries-know-vendors',
      comment: 'An operation knows the port its capability owns; the entry hands in what the registry opens.',
      severity: 'error',
      from: { path: '^functions/', pathNot: [handlers, sharedByEntries, '^functions/vendors/'] },
      to: { path: '^functions/vendors/', pathNot: '^functions/vendors/settings\\.ts$' },
    },
    {
      name: 'vendors-import-ports-and-rules',
      comment:
        'An adapter implements what a capability owns; it calls none of its operations and reads none of its items.',
      severity: 'error',
      from: { path: '^functions/vendors/' },
      to: {
        path: [...operations, stores, '\\.route\\.ts$', '/keys\\.ts$', '^functions/[a-z]+\\.ts$'],
        pathNot: '^functions/vendors/',
      },
    },
    {
      name: 'vendors-import-no-other-vendor',
      comment: 'What two vendors share is a mechanism: shared/http, or a file of vendors/ itself.',
      severity: 'error',
      from: { path: '^functions/vendors/([^/]+)/' },
      to: { path: '^functions/vendors/[^/]+/', pathNot: '^functions/vendors/$1/' },
    },
    {
      name: 'stand-ins-know-no-adapter',
      comment:
        'A stand-in that shared code with the adapter would agree with its mistakes. Write it from the documents. Only what looks at pixels is shared: eyes know no words of a vendor.',
      severity: 'error',
      from: { path: '^functions/sandbox/' },
      to: { path: '^functions/', pathNot: ['^functions/sandbox/', '^functions/serve\\.ts$', ...eyes] },
    },
    {
      name: 'nobody-knows-the-stand-ins',
      comment: 'The service speaks to them by their wire protocol, as to the real ones.',
      severity: 'error',
      from: { path: '^functions/', pathNot: ['^functions/sandbox/', '^functions/routes\\.ts$'] },
      to: { path: '^functions/sandbox/' },
    },
    {
      name: 'pages-import-rules-and-the-client',
      comment:
        'Pages judge by the very rules of the service, and speak to it by the client. Of functions/ they take pure files and texts, of shared/ the kernel; anything else would bring schemas, Node or secrets into the browser.',
      severity: 'error',
      from: { path: '^web/(?:console|shared|user|sandbox)/' },
      to: {
        path: ['^shared/', '^functions/', '^(?:infra|local)/'],
        pathNot: ['^shared/kernel/', ...forPages],
      },
    },
    {
      name: 'pages-bring-few-packages',
      comment: 'Every visitor waits for what is imported here: at most 120 KB, compressed, altogether.',
      severity: 'error',
      from: { path: '^web/(?:shared|user)/' },
      to: {
        path: 'node_modules/',
        pathNot: 'node_modules/(?:@types/)?(?:react|react-dom|uqr|shiming-client)/',
      },
    },
    {
      name: 'the-console-brings-few-packages',
      comment: 'Operators wait, too, though less often. Controls that HTML has not are of react-aria-components.',
      severity: 'error',
      from: { path: '^web/console/' },
      to: {
        path: 'node_modules/',
        pathNot: 'node_modules/(?:@types/)?(?:react|react-dom|react-aria-components|d3-scale|uqr|shiming-client)/',
      },
    },
    {
      name: 'the-console-and-the-pages-are-two',
      comment: 'Each is built by itself: users load nothing of the console. What both need stands in web/shared.',
      severity: 'error',
      from: { path: '^web/(console|user)/' },
      to: { path: '^web/(?:console|user|sandbox)/', pathNot: '^web/$1/' },
    },
    {
      name: 'what-is-shared-knows-no-page',
      comment: 'A control or text that needs a page is of that page.',
      severity: 'error',
      from: { path: '^web/shared/' },
      to: { path: '^web/(?:console|user|sandbox)/' },
    },
    {
      name: 'pages-know-no-phone',
      comment:
        'The phone beside the pages is there in the sandbox alone, and pages must be the same in production. It finds out by itself what a page asks for, as a keyboard or a camera would.',
      severity: 'error',
      from: { path: '^web/(?:shared|user)/' },
      to: { path: '^web/sandbox/' },
    },
    {
      name: 'the-phone-is-no-page',
      comment: 'It stands beside every page, and must not depend on how one of them is made.',
      severity: 'error',
      from: { path: '^web/sandbox/' },
      to: { path: '^web/(?:console|user)/' },
    },
    {
      name: 'nobody-imports-pages',
      comment: 'They are built, and served as files.',
      severity: 'error',
      from: { path: '^(?:shared|functions|infra|local)/' },
      to: { path: '^web/' },
    },
    {
      name: 'zod-only-as-mini',
      comment: "The plain import costs 454 KB in a bundle: import * as z from 'zod/mini'.",
      severity: 'error',
      from: { path: '^(shared|functions)/' },
      to: { path: 'node_modules/zod/', pathNot: 'node_modules/zod/mini/' },
    },
    {
      name: 'no-development-package-in-functions',
      comment:
        'It is not there when the function runs. Add it to dependencies, after looking at its weight in the bundle.',
      severity: 'error',
      from: { path: '^(shared|functions)/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], pathNot: 'node_modules/@types/' },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or share a third.',
      severity: 'error',
      from: { path: '^(shared|functions|infra|local|clients|web)/' },
      to: { circular: true },
    },
    {
      name: 'everything-resolves',
      comment: 'A misspelt path, or a package that is not installed.',
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
      extensions: ['.ts', '.tsx', '.js', '.d.ts'],
    },
  },
}
