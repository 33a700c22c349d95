import { exchange } from './calling/exchange.ts'
import { baseAddress, type CallOptions, type CallSettings, headerSafe } from './calling/settings.ts'
import type { Answer, Ask, Body } from './calling/types.ts'
import { businessesFace } from './faces/businesses.ts'
import { askCertified, type CertifiedApp, openCertificates } from './faces/certificates.ts'
import { askGate, type Feature, type GateDecision } from './faces/gate.ts'
import { operatorFace } from './faces/operator.ts'
import { openScans } from './faces/scans.ts'
import { actingFace, userFace } from './faces/user.ts'
import { type EffortSettings, type SmsCodeSent, type SmsReport, sendSmsCode } from './sms/send.ts'

/** How a client is made. Only `baseUrl` is needed. */
export type ShimingOptions = CallSettings &
  EffortSettings & {
    /** API key of the platform, or of an operator. Never give it to a page: whoever has it acts for everybody. */
    apiKey?: string | undefined
    /** For pages on the service's own address: the session is in a cookie that no script can read. */
    web?: boolean | undefined
  }

/** For whom calls are made: what is sent with every one. */
type Acting = { bearer?: string | undefined; externalId?: string }

const askAs =
  (settings: ShimingOptions, { bearer, externalId }: Acting): Ask =>
  async (route, ...[input]) => {
    const { query, ...rest } = { query: {}, ...input }
    const headers = {
      ...(bearer && { authorization: `Bearer ${bearer}` }),
      ...(settings.web && { 'x-shiming-web': '1' }),
    }
    // What a route answers is what its description says.
    return (await exchange(settings, { ...rest, route, headers, query: { externalId, ...query } })) as never
  }

/** Somebody who is signed in. */
export type ShimingUser = ReturnType<typeof userFace>

/** An operator. */
export type ShimingOperator = ReturnType<typeof operatorFace>

/** A user of the platform for whom its server acts. */
export type ShimingActing = ReturnType<typeof actingFace>

/**
 * A client of Shiming.
 *
 * ```ts
 * const shiming = createShiming({ baseUrl: 'https://shiming.example.cn', apiKey: process.env.SHIMING_API_KEY })
 * const decision = await shiming.gate.ask('send_message', { externalId: 'user-7' })
 * if (!decision.allowed) redirect(decision.verifyUrl)
 * ```
 *
 * Throws a TypeError for options that cannot be right. Calls reject with a {@link ShimingProblem} where the service refuses, with
 * {@link ShimingUnreachable} where no answer came, and with {@link ShimingUnexpected} where something else answered.
 */
export const createShiming = (options: ShimingOptions) => {
  const settings = { ...options, baseUrl: baseAddress(options.baseUrl) }
  const { apiKey } = options
  if (apiKey !== undefined) headerSafe('apiKey', apiKey)
  const ask = askAs(settings, { bearer: apiKey })
  const operator: ShimingOperator = operatorFace(ask)
  return {
    /** A user of the platform, by the name the platform has for them; needs the `apiKey` of the platform. */
    as: ({ externalId }: { externalId: string }): ShimingActing =>
      actingFace(askAs(settings, { bearer: apiKey, externalId })),
    /**
     * Somebody who is signed in: by the answer of `sessions.create` or its token. On a page with `web` the cookie says who, so
     * nothing is given. A message token goes too; it may send, and nothing else.
     */
    withSession: (session: string | { token?: string } = {}): ShimingUser => {
      const token = typeof session === 'string' ? session : session.token
      if (token === undefined && !settings.web) throw new TypeError('withSession needs a token, where `web` is not set')
      return userFace(askAs(settings, { bearer: token && headerSafe('token', token) }), settings)
    },
    smsCodes: {
      /** Has a code sent to sign in by; give its `smsCodeId` to `sessions.create`. Solves a proof of work where one is asked for. */
      send: async (phone: string, call?: CallOptions): Promise<SmsCodeSent & { smsCodeId: string }> => {
        const sent = await sendSmsCode(ask, settings, { phone, purpose: 'sign_in' }, call)
        // Null only of codes that belong to a session.
        return { ...sent, smsCodeId: sent.smsCodeId ?? '' }
      },
      /** What became of the text with a code to sign in by, for whoever waits for it: it arrived, or why not, and what to do. */
      report: (phone: string, smsCodeId: string, call: CallOptions = {}): Promise<SmsReport> =>
        ask('POST /v1/sms-codes/reports', { body: { phone, purpose: 'sign_in', smsCodeId }, ...call }),
    },
    sessions: {
      /** Signs in by a code, or opens a session for a user of the platform by their `externalId`. */
      create: (body: Body<'POST /v1/sessions'>, call: CallOptions = {}): Promise<Answer<'POST /v1/sessions'>> =>
        ask('POST /v1/sessions', { body, ...call }),
    },
    wechat: {
      /** In which ways WeChat can be signed in by here; none where this deployment has no account at WeChat. */
      ways: (call: CallOptions = {}): Promise<Answer<'GET /v1/wechat/ways'>> => ask('GET /v1/wechat/ways', call),
      /** For the page: begins to sign in by WeChat. Send the browser to `url`, and it comes back signed in, or with the reason. */
      signIn: (
        body: Body<'POST /v1/wechat/sign-ins'>,
        call: CallOptions = {},
      ): Promise<Answer<'POST /v1/wechat/sign-ins'>> => ask('POST /v1/wechat/sign-ins', { body, ...call }),
      /** For the page, where the browser came back as `unknown`: signs in by a code, and binds WeChat to the account of that number. */
      join: (body: Body<'POST /v1/wechat/joins'>, call: CallOptions = {}): Promise<Answer<'POST /v1/wechat/joins'>> =>
        ask('POST /v1/wechat/joins', { body, ...call }),
    },
    gate: {
      /** Whether a user of the platform may use a feature now. That they may not is an answer, with the page where they verify. */
      ask: (feature: Feature, { externalId, ...call }: CallOptions & { externalId: string }): Promise<GateDecision> =>
        askGate(ask, feature, { externalId }, call),
      /** Whether an app is certified now, under which name and until when. */
      certified: (appId: string, call: CallOptions = {}): Promise<CertifiedApp> => askCertified(ask, appId, call),
    },
    /** Certificates of apps, for whoever has their id. */
    certificates: openCertificates(ask),
    users: {
      /** Bans a user of the platform, also one who has never been here; they read the reason. */
      ban: (body: Body<'POST /v1/account/ban'>, call: CallOptions = {}): Promise<Answer<'POST /v1/account/ban'>> =>
        ask('POST /v1/account/ban', { body, ...call }),
      /** Lifts the platform's own ban of a user; answers what still stands. */
      unban: (
        body: Body<'POST /v1/account/unban'>,
        call: CallOptions = {},
      ): Promise<Answer<'POST /v1/account/unban'>> => ask('POST /v1/account/unban', { body, ...call }),
    },
    /** Businesses of the platform, and which users they are bound to. */
    businesses: businessesFace(ask),
    sessionLinks: {
      /** Makes a link that lets a user of the platform into the page, once and within ten minutes. */
      create: (
        body: Body<'POST /v1/session-links'>,
        call: CallOptions = {},
      ): Promise<Answer<'POST /v1/session-links'>> => ask('POST /v1/session-links', { body, ...call }),
      /** For the page: what a link is, without spending it. */
      look: (token: string, call: CallOptions = {}): Promise<Answer<'POST /v1/session-links/look'>> =>
        ask('POST /v1/session-links/look', { body: { token }, ...call }),
      /** For the page: opens the session a link is for, once. */
      redeem: (
        body: Body<'POST /v1/session-links/redeem'>,
        call: CallOptions = {},
      ): Promise<Answer<'POST /v1/session-links/redeem'>> => ask('POST /v1/session-links/redeem', { body, ...call }),
    },
    /** QR codes that a desktop shows, to be signed in by a phone. */
    scans: openScans(ask, (deskToken) => askAs(settings, { bearer: deskToken && headerSafe('deskToken', deskToken) })),
    offers: {
      /** What a user must know before paying: prices, what goes back when, ways to pay, the notice to agree to. */
      get: (call: CallOptions = {}): Promise<Answer<'GET /v1/offers'>> => ask('GET /v1/offers', call),
    },
    consentNotices: {
      /** A notice on the use of personal data by its version, also one that is no longer in force. */
      get: (version: string, call: CallOptions = {}): Promise<Answer<'GET /v1/consent-notices/{version}'>> =>
        ask('GET /v1/consent-notices/{version}', { params: { version }, ...call }),
    },
    faceTerms: {
      /** Whether faces are confirmed here, and the notice that is agreed to for it, apart from everything else. */
      get: (call: CallOptions = {}): Promise<Answer<'GET /v1/face-terms'>> => ask('GET /v1/face-terms', call),
    },
    /** What operators may do; `apiKey` is one of an operator. */
    operator,
    /** Any route, typed by the API's description: `request('GET /v1/gate/{feature}', { params: { feature }, query: { externalId } })`. */
    request: ask,
  }
}

/** A client of Shiming. */
export type Shiming = ReturnType<typeof createShiming>
