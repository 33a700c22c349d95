import { exchange } from './calling/exchange.ts'
import { baseAddress, type CallSettings, headerSafe } from './calling/settings.ts'
import type { AnswerIn, AskOf, BodyIn, QueryIn } from './calling/types.ts'
import type { paths } from './generated/sandbox.ts'

/** Somebody of the sandbox's catalogue: numbers pass their check digits and belong to nobody. */
export type TestPerson = AnswerIn<paths, 'GET /sandbox/people'>['people'][number]

type WechatPay = BodyIn<paths, 'POST /sandbox/wechat-pay/pay'>
type Alipay = BodyIn<paths, 'POST /sandbox/alipay/pay'>

/** What goes wrong on the way of a payment. Amounts in fen. */
export type PayerFaults = NonNullable<WechatPay['faults']>

/** What the payer was shown: the answer of `orders.pay` as it is, or one of its members. */
export type Shown = {
  codeUrl?: string | null
  h5Url?: string | null
  jsapi?: NonNullable<WechatPay['jsapi']> | null
  qrCode?: string | null
  formUrl?: string | null
}

/** How the sandbox is reached. */
export type SandboxOptions = Pick<
  CallSettings,
  'baseUrl' | 'language' | 'fetch' | 'timeoutMs' | 'onRequest' | 'onResponse'
> & {
  /** Key of a deployed sandbox; one on this machine needs none. */
  testerKey?: string | undefined
}

/** Those who are asked who somebody is, as the sandbox names them; it counts calls of senders of texts, too. */
const IDENTITY_VENDORS: readonly string[] = ['tencent_faceid', 'alibaba_cloudauth']

/** Moving the clock does all that is due meanwhile. */
const MOVING_MS = 600_000

const present = <T extends object>(members: T): { [K in keyof T]?: NonNullable<T[K]> } =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value != null)) as never

/**
 * What a platform's tests need beside the client: test people, the texts their phones get, payers who pay, and a clock that can be moved.
 * It works with a sandbox only; in production nothing of it is there.
 *
 * ```ts
 * const sandbox = createSandbox({ baseUrl: 'http://127.0.0.1:4000' })
 * const person = await sandbox.unusedPerson('match')
 * ```
 */
export const createSandbox = (options: SandboxOptions) => {
  const settings = { ...options, baseUrl: baseAddress(options.baseUrl) }
  const { testerKey } = options
  const headers = { ...(testerKey && { 'x-shiming-tester': headerSafe('testerKey', testerKey) }) }
  const ask: AskOf<paths> = async (route, ...[input]) =>
    (await exchange(settings, { ...input, route, headers })) as never
  const local = (route: string, body: unknown) =>
    exchange(settings, { route, body, headers: { 'x-shiming-local': '1' }, timeoutMs: MOVING_MS })
  const listPeople = async (outcome?: TestPerson['outcome']): Promise<TestPerson[]> => {
    const { people } = await ask('GET /sandbox/people')
    return people.filter((person) => outcome === undefined || person.outcome === outcome)
  }
  const countCalls = async (
    phone?: NonNullable<QueryIn<paths, 'GET /sandbox/vendor-calls'>>['phone'],
  ): Promise<AnswerIn<paths, 'GET /sandbox/vendor-calls'>['vendors']> =>
    (await ask('GET /sandbox/vendor-calls', { query: present({ phone }) })).vendors
  return {
    /** The test bank cards: what the bank says about each, and always says. */
    async cards(): Promise<{ number: string; note: string }[]> {
      return (await ask('GET /sandbox/people')).cards
    },
    /** The test people, of one outcome or all: what the identity vendor says about each, and always says. */
    people: listPeople,
    /**
     * Somebody of that outcome of whom no identity vendor was asked yet: each can be verified on one account, so that whoever tries twice takes
     * another the second time. Throws where all were used.
     */
    async unusedPerson(outcome: TestPerson['outcome']): Promise<TestPerson> {
      for (const person of await listPeople(outcome)) {
        const calls = (await countCalls(person.phone)).filter(({ vendor }) => IDENTITY_VENDORS.includes(vendor))
        if (calls.every(({ billed, unbilled }) => billed + unbilled === 0)) return person
      }
      throw new Error(`every test person of ${outcome} was used: start a fresh sandbox`)
    },
    /** The text messages a number received, the newest first. */
    async smsFor(phone: string): Promise<AnswerIn<paths, 'GET /sandbox/sms'>['messages']> {
      return (await ask('GET /sandbox/sms', { query: { phone } })).messages
    },
    /** The code of the newest text message with one that a number received. */
    async codeFor(phone: string): Promise<string> {
      const { messages } = await ask('GET /sandbox/sms', { query: { phone } })
      const newest = messages.find(({ code }) => code !== '')
      if (!newest) throw new Error('this number has received no text message with a code')
      return newest.code
    },
    /** The e-mails an address received, the newest first. */
    async mailsFor(to: string): Promise<AnswerIn<paths, 'GET /sandbox/mails'>['mails']> {
      return (await ask('GET /sandbox/mails', { query: { to } })).mails
    },
    payer: {
      /** Pays what `orders.pay` showed, at whichever channel it is of. */
      pays: async (shown: Shown, faults: PayerFaults = {}): Promise<{ outTradeNo: string; paidFen: number }> => {
        const { qrCode, formUrl, codeUrl, h5Url, jsapi } = shown
        return qrCode || formUrl
          ? ask('POST /sandbox/alipay/pay', { body: { ...present({ qrCode, formUrl }), faults } })
          : ask('POST /sandbox/wechat-pay/pay', { body: { ...present({ codeUrl, h5Url, jsapi }), faults } })
      },
      /** Looks at what `orders.pay` showed, and pays nothing: what for, how much, and whether it is paid already. */
      looks: ({ codeUrl, h5Url, jsapi, qrCode, formUrl }: Shown): Promise<AnswerIn<paths, 'POST /sandbox/scans'>> =>
        ask('POST /sandbox/scans', { body: present({ codeUrl, h5Url, jsapi, qrCode, formUrl }) }),
      /** Pays at WeChat Pay. */
      wechatPay: (body: WechatPay): Promise<AnswerIn<paths, 'POST /sandbox/wechat-pay/pay'>> =>
        ask('POST /sandbox/wechat-pay/pay', { body }),
      /** Pays at Alipay. */
      alipay: (body: Alipay): Promise<AnswerIn<paths, 'POST /sandbox/alipay/pay'>> =>
        ask('POST /sandbox/alipay/pay', { body }),
    },
    /** What the channel itself knows of a payment: paid, and every refund. */
    payment: (outTradeNo: string): Promise<AnswerIn<paths, 'GET /sandbox/payments'>> =>
      ask('GET /sandbox/payments', { query: { outTradeNo } }),
    /** How many calls each paid vendor got, charged and not; about one number or all. */
    vendorCalls: countCalls,
    /** The person holds a face before the camera on the page of a confirmation (`page.url`); its browser never comes back. */
    face: (body: BodyIn<paths, 'POST /sandbox/faces'>): Promise<AnswerIn<paths, 'POST /sandbox/faces'>> =>
      ask('POST /sandbox/faces', { body }),
    /** Makes a stand-in misbehave for the next calls; `times: 0` ends it. */
    fault: (body: BodyIn<paths, 'POST /sandbox/faults'>): Promise<AnswerIn<paths, 'POST /sandbox/faults'>> =>
      ask('POST /sandbox/faults', { body }),
    clock: {
      /** Moves the clock on (`30s`, `72h`) and answers once all that is due by then is done. On this machine only. */
      advance: async (by: string): Promise<Date> => {
        const { now } = (await local('POST /_local/clock', { advance: by })) as { now: string }
        return new Date(now)
      },
    },
    /** Any other route of the sandbox, typed by its description. */
    request: ask,
  }
}

/** What a platform's tests need beside the client. */
export type Sandbox = ReturnType<typeof createSandbox>
