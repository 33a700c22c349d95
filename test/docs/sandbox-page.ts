import { payerFaults } from '../../functions/sandbox/control/payer-faults.ts'
import { controlRoutes } from '../../functions/sandbox/control.route.ts'
import { papers } from '../../functions/sandbox/papers.ts'
import { people } from '../../functions/sandbox/people.ts'
import { type CompanyOutcome, companies } from '../../functions/sandbox/register/companies.ts'
import { faultRows } from './sandbox-faults.ts'

const catalogue = [...people, ...papers]

/** What each person of the catalogue is there for. */
const outcomes: Record<(typeof catalogue)[number]['outcome'], string> = {
  match: '`verified`: the fee is kept, a membership starts',
  mismatch: '`mismatch`: the fee is kept, of a membership the rest goes back',
  no_record: '`no_record`: everything goes back',
  vendor_busy: '`undetermined` after four calls that were not executed: everything goes back',
  timeout_after_sending: '`undetermined` after one call: everything goes back',
  unsupported_segment: '`undetermined`: everything goes back, and the segment is refused before paying from then on',
  daily_limit: '`undetermined`: everything goes back',
  alibaba_cloud_only:
    '`verified` where `identity.vendors` names Alibaba Cloud; with Tencent Cloud alone as `unsupported_segment`',
  needs_review: 'refused before paying with `id_kind_needs_review`, which says what the document looks like',
}

const peopleTable = (): string =>
  [...Map.groupBy(catalogue, ({ outcome }) => outcome)]
    .flatMap(([outcome, all]) =>
      all.map(
        ({ name, idNumber, phone, note }, at) =>
          `| ${at === 0 ? `\`${outcome}\`` : ''} | ${name} | ${idNumber} | ${phone} | ${note} |`,
      ),
    )
    .join('\n')

const outcomeTable = (): string =>
  Object.entries(outcomes)
    .map(
      ([outcome, ends]) =>
        `| \`${outcome}\` | ${catalogue.filter((one) => one.outcome === outcome).length} | ${ends} |`,
    )
    .join('\n')

/** What the vendors of companies tell of each. */
const companyOutcomes: Record<CompanyOutcome, string> = {
  consistent: 'all four belong together, and it is in operation',
  moved: 'all four belong together; it has moved to another authority, so people look',
  other_state: 'all four belong together, in a state that has no name of its own, so people look',
  differs: 'one of the four does not belong to the rest',
  no_record: 'neither its code nor its name is known',
  registered_this_week:
    'unknown until seven days after the first question, by the clock of the sandbox; then all belongs together',
  cancelled: 'all four belong together, and it is cancelled',
  revoked: 'all four belong together, and its licence is revoked',
  withdrawn: 'all four belong together, and its registration was undone',
  closed: 'all four belong together, and it is closed',
  vendor_busy: 'the vendor refuses every call for too many of them: not executed',
  vendor_failed: 'the vendor answers that its own system failed: nobody knows whether anything was looked up',
  timeout_after_sending: 'the answer comes too late: possibly executed, and charged',
  closes_later:
    'all four belong together; in operation until sixty days after the first question, by the clock of the sandbox, and closed from then on',
}

const companyTable = (): string =>
  companies
    .map(
      ({ outcome, name, creditCode, legalRepresentative, idNumber, note }) =>
        `| \`${outcome}\` | ${name} | ${creditCode} | ${legalRepresentative} | ${idNumber} | ${note} |`,
    )
    .join('\n')

const companyOutcomeTable = (): string =>
  Object.entries(companyOutcomes)
    .map(([outcome, says]) => `| \`${outcome}\` | ${says} |`)
    .join('\n')

const payer: Record<keyof typeof payerFaults | 'scanOnly', string> = {
  duplicates: 'the notification comes so many times more, 0 to 20',
  delayMs: 'it comes so many ms later, on the clock of the sandbox',
  dropNotification: 'it never comes: the service asks the channel by itself',
  amountFen: 'another amount is paid than asked: all of it goes back',
  payAfterClose: 'it is paid although the order is closed or has expired: all of it goes back',
  signtest: "a probe with a wrong signature comes before it, as WeChat Pay's SIGNTEST; it is answered 401",
  scanOnly: 'Alipay only: the trade is there and nobody has paid',
}

const calls = (): string =>
  controlRoutes.map(({ method, path, summary }) => `| \`${method} ${path}\` | ${summary} |`).join('\n')

/** docs/sandbox.md, from the catalogue, the stand-ins' faults and their routes. */
export const sandboxPage = (): string => `# The sandbox

The sandbox stage is the service as it is, with stand-ins for WeChat Pay, Alipay, Tencent Cloud FaceID, OCR and SMS and Alibaba Cloud Cloudauth that speak the real wire
protocols: signatures are made and checked, notifications are signed, refunds take their time. \`npm start\` runs it on this machine, and
it can be deployed; \`/sandbox\` exists in no production stage. The tables here are made by \`npm run docs\` from the code; its blocks are
run by a test, in this order, against an instance.

From a terminal the same is shorter: \`npx shiming trigger verified --external user-1\` goes the whole way for a user, and to any other outcome,
\`npx shiming people\` lists whom, and \`npx shiming clock advance 72h\` lets time pass ([the command line](cli.md)).

Where it is, for all blocks below; a deployed sandbox also wants its \`TESTER_KEY\` in the header \`x-shiming-tester\`:

\`\`\`sh run
U=http://127.0.0.1:4000
curl -s $U/sandbox/people | head -c 30
\`\`\`

\`\`\`text output
{"people":[{"name":"林知夏"…
\`\`\`

## The phone beside the pages

Opened in a browser, a sandbox has a pretend phone beside every page: the text messages to the number in use, the cashiers of WeChat Pay and
Alipay with a scanner for the code on the page, the scanner that signs the page in as a desktop and goes on where it leaves off, the test people, the clock, and what can go wrong, each by a tap. It also opens the page as if
inside WeChat or on a phone, so that every way to pay can be tried at a desk. In a narrow window it is a line above the page. A deployed sandbox
asks for its tester key once in a tab. A jump to a channel leads to a cashier of the stand-in, and from there back to the page. Production has
none of it: neither the function that serves it nor a word of it in its pages.

### Scanning

| code | where it is shown | how it is scanned here |
|---|---|---|
| our own, to sign in | \`/sign-in\`, on a desktop | the phone beside the page: scan, then confirm or refuse as the number it holds |
| our own, to go on on a phone | \`/document\`, \`/papers\`: *go on on a phone* | the same scanner: it says whose account it is, goes on by a tap, and opens the page in a window of its own |
| WeChat's, to sign in | WeChat's page, from \`/sign-in\`: *sign in by WeChat* | the link below the code opens WeChat on a pretend phone: confirm, refuse, be somebody else; after three minutes the code is over, and another is fetched there |
| of another window | anywhere | what it says is pasted into the scanner |

## People

Nobody was born from 1880 to 1899 who is alive, and no carrier has the prefix 194: the catalogue's numbers pass every check and belong to
nobody. The sandbox takes these birth years only, production refuses them. What is said of a person never changes, so an outcome is
chosen by choosing a person. Each can be verified on one account at a time.

| outcome | people | ends as |
|---|---|---|
${outcomeTable()}

| outcome | name | ID number | phone | |
|---|---|---|---|---|
${peopleTable()}

## Companies

Codes are right by both their sums and of the place 990000, which is none, so that no company can have one; names begin with 测试. Whoever
stands for a company is one of the people above, so that they can be verified too. Both vendors say the same of a company, and the second table is what
they are asked about together: change one of the four, and that is what differs.

| outcome | is |
|---|---|
${companyOutcomeTable()}

| outcome | name | credit code | legal representative | ID number | |
|---|---|---|---|---|---|
${companyTable()}

## Text messages

Codes are not sent to anybody: the newest is the first of

\`\`\`sh run
curl -s -X POST $U/v1/sms-codes -H 'content-type: application/json' -d '{"phone":"19410011001","purpose":"sign_in"}'; echo
curl -s "$U/sandbox/sms?phone=19410011001"; echo
\`\`\`

\`\`\`text output
{"status":"sent","retryAt":"<time>","smsCodeId":"<id>"}
{"messages":[{"text":"<text>","code":"<digits>","at":"<time>"}…]}
\`\`\`

## The payer

Whoever pays is a call too: \`POST /sandbox/wechat-pay/pay\` with \`codeUrl\`, \`h5Url\`, \`jsapi\` or \`outTradeNo\`,
\`POST /sandbox/alipay/pay\` with \`qrCode\`, \`formUrl\` or \`outTradeNo\`. \`faults\` says what goes wrong on the way:

| \`faults\` | |
|---|---|
${[...Object.keys(payerFaults), 'scanOnly'].map((name) => `| \`${name}\` | ${payer[name as keyof typeof payer]} |`).join('\n')}

## Faults of channels and vendors

\`POST /sandbox/faults {"target","mode","times","subject"}\` makes the next \`times\` calls go wrong (0 ends it); with \`subject\` only those
about this very thing. The identity vendor refuses us nine times, say, because we are in arrears; an operator looks, and it ends:

\`\`\`sh run
curl -s -X POST $U/sandbox/faults -H 'content-type: application/json' -d '{"target":"tencent_faceid","mode":"arrears","times":9}'; echo
curl -s -X POST $U/sandbox/faults -H 'content-type: application/json' -d '{"target":"tencent_faceid","mode":"arrears","times":0}'; echo
\`\`\`

\`\`\`text output
{"target":"tencent_faceid","mode":"arrears","times":9}
{"target":"tencent_faceid","mode":"arrears","times":0}
\`\`\`

| target | mode | what happens | \`subject\` |
|---|---|---|---|
${faultRows().join('\n')}

How slow they are is set by [settings of their own](settings.md#of-the-stand-ins).

## The clock

On this machine only, with the header \`x-shiming-local: 1\`. It moves the time, runs what is due by then, and answers when nothing is
under way any more; by \`0s\` it only waits. Units are ms, s, m, h and d:

\`\`\`sh run
curl -s -X POST $U/_local/clock -H 'x-shiming-local: 1' -H 'content-type: application/json' -d '{"advance":"72h"}'; echo
\`\`\`

\`\`\`text output
{"now":"<time>"}
\`\`\`

What is signed has the time of this clock: once it was moved by more than five minutes, a receiver that refuses old deliveries, as it should, refuses
them until it is told the time of the instance (\`verifyWebhook(…, { now })\`), and the endpoint is soon tried less often.

## Faults of this machine

\`POST /_local/faults\`, with the same header, takes one rule and answers all that have not struck yet; \`{"clear":true}\` forgets them.
\`GET /_local/state\` shows the names of functions and queues, and what is in these.

| \`target\` | \`action\` | |
|---|---|---|
| \`function\` | \`kill_before\`, \`kill_after\`, \`conflict\`, \`throttle\`, \`throttle_after\`, \`delay\` | a function's \`nth\` call to AWS from now on (\`fn\`, \`operation\`), and those after it, \`times\` times |
| \`queue\` | \`duplicate\`, \`delay\`, \`drop\` | the next messages of a \`queue\` |
| \`route\` | \`break_before\`, \`break_after\`, \`hang_before\`, \`hang_after\` | the next requests whose path begins with \`path\` |
| \`table\` | \`restart\` | the table stops and starts again |

\`\`\`sh run
curl -s -X POST $U/_local/faults -H 'x-shiming-local: 1' -H 'content-type: application/json' -d '{"target":"queue","queue":"checks","action":"duplicate"}'; echo
curl -s -X POST $U/_local/faults -H 'x-shiming-local: 1' -H 'content-type: application/json' -d '{"clear":true}'; echo
\`\`\`

\`\`\`text output
{"faults":[{"target":"queue","queue":"checks","action":"duplicate","times":1,"ms":0}]}
{"faults":[]}
\`\`\`

## On this machine

\`npm start\` prints lines to paste, with test people. What a data folder holds goes together: \`tables.sqlite\` can be opened only with the keys beside
it, so copy or delete the folder as a whole. \`CORS_ORIGINS=http://localhost:3000\` lets a page of yours call it (https, or http on this machine).
\`GET /\` is a page that says what this is, in production too, without the test people; programs that ask for JSON get a problem.

## Every call of a tester

| call | does |
|---|---|
${calls()}
`
