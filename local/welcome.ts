import { inColumns } from '../shared/command/columns.ts'

/** A test person as the sandbox's catalogue has them. */
export type TestPerson = { name: string; idNumber: string; phone: string; outcome: string; note: string }

const JSON_HEADER = `-H 'content-type: application/json'`

const tableOf = (people: readonly TestPerson[]): string =>
  inColumns(people.map(({ outcome, phone, idNumber, name, note }) => [outcome, phone, idNumber, name, note]))
    .map((line) => `  ${line}`)
    .join('\n')

const post = (path: string, body: string, bearer?: string): string => {
  const auth = bearer === undefined ? '' : ` -H "authorization: Bearer ${bearer}"`
  return `curl -s -X POST "$U${path}" ${JSON_HEADER}${auth} -d '${body}'`
}
const get = (path: string, bearer?: string): string =>
  `curl -s "$U${path}"${bearer === undefined ? '' : ` -H "authorization: Bearer ${bearer}"`}`
/** Moves the clock once everything under way is done; by `0s` it only waits for that. */
const clock = (by: string): string => `${post('/_local/clock', `{"advance":"${by}"}`)} -H 'x-shiming-local: 1'`
const shown = (command: string): string => `${command}; echo`
/** Keeps the first text of that name in a JSON answer, with what is on every machine. */
const kept = (variable: string, command: string, name: string): string =>
  `${variable}=$(${command} | grep -o '"${name}":"[^"]*"' | head -1 | cut -d'"' -f4)`

/** One journey to paste into a shell: sign in, be refused, submit, pay, look at the result, send a message. */
const journey = (url: string, { phone }: TestPerson): string[] => {
  const code = kept('CODE', get('/sandbox/sms?phone=$P'), 'code')
  const identity = `'"$WHO"',"smsCode":"'$CODE'"`
  const submit = post(
    '/v1/verifications',
    `{${identity},"offer":"membership","consent":{"notice":"'$N'","agreed":true}}`,
    '$T',
  )
  return [
    `U=${url} P=${phone}`,
    // Name, ID number and mobile as the catalogue has them, so that another is taken by the mobile alone.
    `WHO=$(${get('/sandbox/people')} | grep -o '"name":"[^"]*","idNumber":"[^"]*","phone":"'$P'"')`,
    kept('ID', post('/v1/sms-codes', `{"phone":"'$P'","purpose":"sign_in"}`), 'smsCodeId'),
    code,
    kept('T', post('/v1/sessions', `{"phone":"'$P'","smsCodeId":"'$ID'","code":"'$CODE'"}`), 'token'),
    shown(post('/v1/messages', '{"content":"你好"}', '$T')),
    shown(post('/v1/sms-codes', `{"phone":"'$P'","purpose":"verify_phone"}`, '$T')),
    code,
    // What is agreed to, whichever is in force.
    `N=$(${get('/v1/offers')} | grep -o '"consent":{[^}]*' | grep -o '"version":"[^"]*"' | cut -d'"' -f4)`,
    `ORDER=$(${submit} -H "idempotency-key: $CODE-$P" | grep -o '"order":{"id":"[^"]*"' | cut -d'"' -f6)`,
    kept('PAY', post('/v1/orders/$ORDER/payments', '{"method":"wechat_native"}', '$T'), 'codeUrl'),
    shown(post('/sandbox/wechat-pay/pay', `{"codeUrl":"'$PAY'"}`)),
    `${clock('0s')} > /dev/null; ${shown(get('/v1/account', '$T'))}`,
    shown(post('/v1/messages', '{"content":"你好"}', '$T')),
  ]
}

/** Of each outcome, so that the table fits a screen. */
const SHOWN = 3

/** How the first admin enrols: the link, and where the key ring is kept by which codes are shown of them later; nowhere without `data`. */
export type Enrolment = { link: string; data: string | undefined }

/** As the command has them by itself. */
const USUAL = { url: 'http://127.0.0.1:4000', data: '.local' }

/** The way into the console, where nobody can sign in there yet. */
const intoConsole = (url: string, { link, data }: Enrolment): string[] => {
  const at = url === USUAL.url ? '' : ` --url ${url}`
  const kept = data === undefined || data === USUAL.data ? '' : ` --data ${data}`
  return [
    'The console of operators, for its first admin (a link for one day and once; the page asks for a password and a code):',
    '运营控制台：打开链接，设置密码，用验证器扫码；没有手机，用下面的命令显示验证码：',
    '',
    `  ${link}`,
    `  npm run operator -- code${at} <the secret on the page>    the code that the page asks for`,
    ...(data === undefined
      ? []
      : [`  npm run operator -- code${at}${kept} admin    the code for signing in, from then on`]),
    '',
  ]
}

/**
 * What is printed when the instance is ready: where it is, what it was given (`inputs`, lines), what to try, and with whom.
 * `enrolment`: of the first admin, where nobody can sign in at the console yet.
 */
export const welcome = (
  url: string,
  people: readonly TestPerson[],
  { platformKey, operatorKey }: { platformKey: string; operatorKey: string },
  inputs: readonly string[],
  enrolment?: Enrolment,
): string => {
  const first = people.find(({ outcome }) => outcome === 'match')
  const some = [...Map.groupBy(people, ({ outcome }) => outcome).values()].flatMap((all) => all.slice(0, SHOWN))
  return [
    `Shiming runs at ${url}`,
    'Open it in a browser: beside the pages lies a pretend phone that gets the text messages and pays. No more is needed to try everything.',
    '在浏览器中打开即可：页面旁有一部模拟手机，收短信、付款都在上面点。',
    '',
    ...(enrolment === undefined ? [] : intoConsole(url, enrolment)),
    ...(inputs.length > 0 ? [...inputs, ''] : []),
    `Test people (${some.length} of ${people.length}; all: curl -s ${url}/sandbox/people):`,
    tableOf(some),
    '',
    ...(first
      ? [
          `From sign-in to the first message, as ${first.name} (each person once: to go again, give P another mobile of the table):`,
          '',
          ...journey(url, first),
          '',
        ]
      : []),
    'As the platform, for a user of its own:',
    '',
    `U=${url} K=${platformKey}`,
    shown(post('/v1/sessions', '{"externalId":"user-1"}', '$K')),
    shown(get('/v1/gate/send_message?externalId=user-1', '$K')),
    '',
    'As an operator, over the money of the last days:',
    '',
    `U=${url} O=${operatorKey}`,
    shown(get('/v1/operator/reconciliations/wechat_pay', '$O')),
    '',
    'Three days later (orders expire, what is due is done):',
    '',
    shown(clock('72h')),
    '',
    'Stop with Ctrl+C.',
  ].join('\n')
}
