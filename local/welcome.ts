/** A test person as the sandbox's catalogue has them. */
export type TestPerson = { name: string; idNumber: string; phone: string; outcome: string; note: string }

const JSON_HEADER = `-H 'content-type: application/json'`

/** Display columns: Chinese characters take two. */
const width = (text: string): number => [...text].reduce((sum, char) => sum + (char.charCodeAt(0) > 0xff ? 2 : 1), 0)
const padded = (text: string, columns: number): string => text + ' '.repeat(Math.max(0, columns - width(text)))

const tableOf = (people: readonly TestPerson[]): string => {
  const rows = people.map(({ outcome, phone, idNumber, name, note }) => [outcome, phone, idNumber, name, note])
  const columns = [0, 1, 2, 3].map((at) => Math.max(0, ...rows.map((row) => width(row[at] ?? ''))))
  return rows
    .map(
      (row) =>
        `  ${row
          .map((cell, at) => padded(cell, columns[at] ?? 0))
          .join('  ')
          .trimEnd()}`,
    )
    .join('\n')
}

/** One journey to paste into a shell: sign in, submit, pay, look at the result, send a message. */
const journey = (url: string, person: TestPerson): string => {
  const post = (path: string, body: string, more = ''): string =>
    `curl -s -X POST $U${path} ${JSON_HEADER}${more} -d '${body}'`
  const field = (name: string): string => `| grep -o '"${name}":"[^"]*"' | head -1 | cut -d'"' -f4`
  const code = `CODE=$(curl -s "$U/sandbox/sms?phone=$P" ${field('code')})`
  const auth = ` -H "authorization: Bearer $T"`
  const submitted = `{"name":"${person.name}","idNumber":"${person.idNumber}","phone":"'$P'","smsCode":"'$CODE'","offer":"membership","consent":{"notice":"2026-11","agreed":true}}`
  return [
    `U=${url} P=${person.phone}`,
    post('/v1/sms-codes', `{"phone":"'$P'","purpose":"sign_in"}`),
    code,
    `T=$(${post('/v1/sessions', `{"phone":"'$P'","code":"'$CODE'"}`)} ${field('token')})`,
    post('/v1/messages', '{"content":"你好"}', auth),
    post('/v1/sms-codes', `{"phone":"'$P'","purpose":"verify_phone"}`, auth),
    code,
    `ORDER=$(${post('/v1/verifications', submitted, `${auth} -H "idempotency-key: $CODE"`)} | grep -o '"order":{"id":"[^"]*"' | cut -d'"' -f6)`,
    `PAY=$(${post('/v1/orders/$ORDER/payments', '{"method":"wechat_native"}', auth)} ${field('codeUrl')})`,
    post('/sandbox/wechat-pay/pay', `{"codeUrl":"'$PAY'"}`),
    `sleep 1; curl -s $U/v1/account${auth}`,
    post('/v1/messages', '{"content":"你好"}', auth),
  ].join('\n')
}

/** What is printed when the instance is ready: where it is, what to try, and with whom. */
export const welcome = (url: string, people: readonly TestPerson[], platformKey: string): string => {
  const first = people.find(({ outcome }) => outcome === 'match')
  return [
    `Shiming runs at ${url}`,
    '',
    'Test people:',
    tableOf(people),
    '',
    ...(first
      ? [`From sign-in to the first message, as ${first.name} (paste into a shell):`, '', journey(url, first), '']
      : []),
    'The platform asks whether an account may send:',
    `curl -s "${url}/v1/gate/send_message?externalId=user-1" -H "authorization: Bearer ${platformKey}"`,
    '',
    'Three days later:',
    `curl -s -X POST ${url}/_local/clock ${JSON_HEADER} -H 'x-shiming-local: 1' -d '{"advance":"72h"}'`,
    '',
    'Stop with Ctrl+C.',
  ].join('\n')
}
