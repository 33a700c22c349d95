import type { CallOptions, KeyedOptions } from '../calling/settings.ts'
import type { Answer, Ask, Body } from '../calling/types.ts'
import { type EffortSettings, type SmsCodeSent, type SmsReport, sendSmsCode } from '../sms/send.ts'
import { userApplicants, userApplications } from './applications.ts'
import { userApps } from './apps.ts'
import { actingCards, userCards } from './cards.ts'
import { askCertified, type CertifiedApp, userCertificates } from './certificates.ts'
import { actingDocuments, userDocuments } from './documents.ts'
import { userDomains } from './domains.ts'
import { askGate, type Feature, type GateDecision } from './gate.ts'
import { type Listed, type ListOptions, listed } from './list.ts'
import { userProofings } from './proofings.ts'
import { userReviews } from './reviews.ts'
import { userScans } from './scans.ts'
import { type Verification, type WaitOptions, waitForResult } from './wait-for-result.ts'

/** What the platform may do for its user, and a signed-in user for themselves. */
export const actingFace = (ask: Ask) => ({
  account: {
    /** Whether, how and as whom the account is verified (masked), its membership and points, and what it may do. */
    get: (options: CallOptions = {}): Promise<Answer<'GET /v1/account'>> => ask('GET /v1/account', options),
    /** Where and how the account is verified: as whom (masked), by what evidence, and which businesses rely on it. */
    identity: (options: CallOptions = {}): Promise<Answer<'GET /v1/account/identity'>> =>
      ask('GET /v1/account/identity', options),
    /** Its level explained: what it rests on, what raises it and where, what ends next, what lowered it, and what each feature needs. */
    level: (options: CallOptions = {}): Promise<Answer<'GET /v1/account/level'>> =>
      ask('GET /v1/account/level', options),
  },
  gate: {
    /** Whether they may use a feature now. That they may not is an answer, with the page where they verify. */
    ask: (feature: Feature, options: CallOptions = {}): Promise<GateDecision> => askGate(ask, feature, {}, options),
  },
  verifications: {
    /** One verification with its order and all money of it that goes back. */
    get: (id: string, options: CallOptions = {}): Promise<Verification> =>
      ask('GET /v1/verifications/{id}', { params: { id }, ...options }),
    /** The verifications of the account, the newest first. */
    list: (options: ListOptions<'GET /v1/verifications'> = {}): Listed<'GET /v1/verifications', 'verifications'> =>
      listed(ask, 'GET /v1/verifications', 'verifications', options),
    /** Gives up one that is not paid yet; doing it twice does no harm. */
    cancel: (id: string, options: CallOptions = {}): Promise<Answer<'POST /v1/verifications/{id}/cancel'>> =>
      ask('POST /v1/verifications/{id}/cancel', { params: { id }, ...options }),
    /**
     * Waits until a verification is over and answers how it ended; money may still be on its way back then, as `refunds` tells. Rejects
     * with `ShimingStillOpen` after `timeoutMs`, 15 minutes unless said.
     */
    waitForResult: (id: string, options?: WaitOptions): Promise<Verification> => waitForResult(ask, id, options),
  },
  cards: actingCards(ask),
  documents: actingDocuments(ask),
  consents: {
    /** What the account agreed to, the newest first. */
    list: (options: ListOptions<'GET /v1/account/consents'> = {}): Listed<'GET /v1/account/consents', 'consents'> =>
      listed(ask, 'GET /v1/account/consents', 'consents', options),
  },
  disclosures: {
    /** Who got which data of the account, what for, on which basis and what became of it, the newest first. */
    list: (
      options: ListOptions<'GET /v1/account/disclosures'> = {},
    ): Listed<'GET /v1/account/disclosures', 'disclosures'> =>
      listed(ask, 'GET /v1/account/disclosures', 'disclosures', options),
  },
  faceChecks: {
    /** One confirmation by face. */
    get: (id: string, options: CallOptions = {}): Promise<Answer<'GET /v1/face-checks/{id}'>> =>
      ask('GET /v1/face-checks/{id}', { params: { id }, ...options }),
    /** The confirmations by face of the account, the newest first. */
    list: (options: ListOptions<'GET /v1/face-checks'> = {}): Listed<'GET /v1/face-checks', 'faceChecks'> =>
      listed(ask, 'GET /v1/face-checks', 'faceChecks', options),
    /** Has the vendor asked now what became of one, when the person says that it is done. Answers it as it is then. */
    look: (id: string, options: CallOptions = {}): Promise<Answer<'POST /v1/face-checks/{id}/look'>> =>
      ask('POST /v1/face-checks/{id}/look', { params: { id }, ...options }),
  },
  orders: {
    /** The orders of the account, whatever they are for, the newest first. */
    list: (options: ListOptions<'GET /v1/orders'> = {}): Listed<'GET /v1/orders', 'orders'> =>
      listed(ask, 'GET /v1/orders', 'orders', options),
    /** An order and the refunds that follow from it. */
    get: (id: string, options: CallOptions = {}): Promise<Answer<'GET /v1/orders/{id}'>> =>
      ask('GET /v1/orders/{id}', { params: { id }, ...options }),
    /** Begins paying an order; the same method and payer again answer the same code. */
    pay: (
      id: string,
      body: Body<'POST /v1/orders/{id}/payments'>,
      options: CallOptions = {},
    ): Promise<Answer<'POST /v1/orders/{id}/payments'>> =>
      ask('POST /v1/orders/{id}/payments', { params: { id }, body, ...options }),
    /** Has the channel asked now whether an order was paid, when its payer says so. Answers the order as it is then. */
    look: (id: string, options: CallOptions = {}): Promise<Answer<'POST /v1/orders/{id}/look'>> =>
      ask('POST /v1/orders/{id}/look', { params: { id }, ...options }),
    /** Gives up an order that is not paid yet, whatever it is for; doing it twice does no harm. */
    cancel: (id: string, options: CallOptions = {}): Promise<Answer<'POST /v1/orders/{id}/cancel'>> =>
      ask('POST /v1/orders/{id}/cancel', { params: { id }, ...options }),
  },
})

/** What a signed-in user may do. */
export const userFace = (ask: Ask, effort: EffortSettings) => {
  const acting = actingFace(ask)
  return {
    ...acting,
    smsCodes: {
      /** Has a code sent that proves a number to `verifications.submit`. Solves a proof of work where one is asked for. */
      send: (phone: string, options?: CallOptions): Promise<SmsCodeSent> =>
        sendSmsCode(ask, effort, { phone, purpose: 'verify_phone' }, options),
      /** What became of the text with that code: it arrived, or why not, and what to do. */
      report: (phone: string, options: CallOptions = {}): Promise<SmsReport> =>
        ask('POST /v1/sms-codes/reports', { body: { phone, purpose: 'verify_phone' }, ...options }),
    },
    verifications: {
      ...acting.verifications,
      /** Submits name, ID number and number for verification; opens the order to pay. */
      submit: (
        body: Body<'POST /v1/verifications'>,
        options: KeyedOptions = {},
      ): Promise<Answer<'POST /v1/verifications'>> => ask('POST /v1/verifications', { body, ...options }),
    },
    faceChecks: {
      ...acting.faceChecks,
      /** Begins a confirmation by face, for an `action` or for the evidence alone; the same again answers the one that is open. */
      open: (body: Body<'POST /v1/face-checks'>, options: CallOptions = {}): Promise<Answer<'POST /v1/face-checks'>> =>
        ask('POST /v1/face-checks', { body, ...options }),
    },
    gate: {
      ...acting.gate,
      /** Whether an app of theirs is certified now, under which name and until when. */
      certified: (appId: string, options: CallOptions = {}): Promise<CertifiedApp> => askCertified(ask, appId, options),
    },
    cards: userCards(ask),
    apps: userApps(ask),
    /** Certificates of their apps. */
    certificates: userCertificates(ask),
    /** Whom they apply for. */
    applicants: userApplicants(ask),
    /** Their applications for the certification of apps. */
    applications: userApplications(ask),
    materials: {
      /** Begins the upload of one picture: answers where its file goes, within minutes. */
      open: (body: Body<'POST /v1/materials'>, options: CallOptions = {}): Promise<Answer<'POST /v1/materials'>> =>
        ask('POST /v1/materials', { body, ...options }),
      /** How far one picture is, and why it cannot be used where that is so. */
      get: (id: string, options: CallOptions = {}): Promise<Answer<'GET /v1/materials/{id}'>> =>
        ask('GET /v1/materials/{id}', { params: { id }, ...options }),
      /** Deletes a picture that is part of nothing yet; doing it twice does no harm. */
      remove: (id: string, options: CallOptions = {}): Promise<undefined> =>
        ask('DELETE /v1/materials/{id}', { params: { id }, ...options }),
    },
    documents: userDocuments(ask),
    further: {
      /** What to agree to before a person looks at proof of an address, which nobody has to hand in. */
      addressTerms: (options: CallOptions = {}): Promise<Answer<'GET /v1/address-terms'>> =>
        ask('GET /v1/address-terms', options),
      /** Has a person look at it; answers the case that decides about it. */
      submitAddress: (
        body: Body<'POST /v1/address-proofs'>,
        options: CallOptions = {},
      ): Promise<Answer<'POST /v1/address-proofs'>> => ask('POST /v1/address-proofs', { body, ...options }),
      /** What they do, of a closed list; null says it no more. */
      sayOccupation: (
        occupation: Body<'PUT /v1/account/occupation'>['occupation'],
        options: CallOptions = {},
      ): Promise<Answer<'PUT /v1/account/occupation'>> =>
        ask('PUT /v1/account/occupation', { body: { occupation }, ...options }),
      /** The e-mail address they have proven, masked, and whether one can be proven here. */
      email: (options: CallOptions = {}): Promise<Answer<'GET /v1/account/email'>> =>
        ask('GET /v1/account/email', options),
      /** Sends a code to an address, to prove it. */
      sendEmailCode: (email: string, options: CallOptions = {}): Promise<Answer<'POST /v1/email-codes'>> =>
        ask('POST /v1/email-codes', { body: { email }, ...options }),
      /** Proves the address by that code; it takes the place of one before. */
      bindEmail: (
        body: Body<'PUT /v1/account/email'>,
        options: CallOptions = {},
      ): Promise<Answer<'PUT /v1/account/email'>> => ask('PUT /v1/account/email', { body, ...options }),
      /** Takes the address off. */
      unbindEmail: (options: CallOptions = {}): Promise<void> => ask('DELETE /v1/account/email', options),
    },
    papers: {
      /** What a person looks at, how soon, and the notice to agree to. */
      terms: (options: CallOptions = {}): Promise<Answer<'GET /v1/papers-terms'>> =>
        ask('GET /v1/papers-terms', options),
      /** Asks a person to look at papers, where no machine can verify somebody; answers the case that decides about it. */
      submit: (body: Body<'POST /v1/papers'>, options: CallOptions = {}): Promise<Answer<'POST /v1/papers'>> =>
        ask('POST /v1/papers', { body, ...options }),
    },
    points: {
      /** Opens an order for points: 100 of them cost 100 fen. */
      recharge: (points: number, options: KeyedOptions = {}): Promise<Answer<'POST /v1/points/recharges'>> =>
        ask('POST /v1/points/recharges', { body: { points }, ...options }),
    },
    memberships: {
      /** Opens an order for a month of membership. */
      buy: (options: KeyedOptions = {}): Promise<Answer<'POST /v1/memberships'>> =>
        ask('POST /v1/memberships', { body: { months: 1 }, ...options }),
    },
    wechat: {
      /** Begins to find out whose WeChat this page is in, which `wechat_jsapi` needs: send the browser to `url`, and it comes back to `returnPath`. */
      authorize: (returnPath: string, options: CallOptions = {}): Promise<Answer<'POST /v1/wechat/authorizations'>> =>
        ask('POST /v1/wechat/authorizations', { body: { returnPath }, ...options }),
      /** Whether the account can be signed in to by WeChat, how WeChat can be bound here, and what proves that it may. */
      binding: (options: CallOptions = {}): Promise<Answer<'GET /v1/account/wechat'>> =>
        ask('GET /v1/account/wechat', options),
      /** Begins to bind WeChat, after a second proof: send this browser to `url`. */
      bind: (
        body: Body<'POST /v1/account/wechat'>,
        options: CallOptions = {},
      ): Promise<Answer<'POST /v1/account/wechat'>> => ask('POST /v1/account/wechat', { body, ...options }),
      /** Unbinds WeChat after the same proof; sessions that it opened end elsewhere. */
      unbind: (body: Body<'POST /v1/account/wechat/unbinding'>, options: CallOptions = {}): Promise<undefined> =>
        ask('POST /v1/account/wechat/unbinding', { body, ...options }),
    },
    messages: {
      /** Sends a message to the own inbox or a channel; only verified accounts may. */
      send: (body: Body<'POST /v1/messages'>, options: CallOptions = {}): Promise<Answer<'POST /v1/messages'>> =>
        ask('POST /v1/messages', { body, ...options }),
      /** One message and what became of it. */
      get: (id: string, options: CallOptions = {}): Promise<Answer<'GET /v1/messages/{id}'>> =>
        ask('GET /v1/messages/{id}', { params: { id }, ...options }),
      /** The messages of the account, the newest first. */
      list: (options: ListOptions<'GET /v1/inbox'> = {}): Listed<'GET /v1/inbox', 'messages'> =>
        listed(ask, 'GET /v1/inbox', 'messages', options),
    },
    channels: {
      /** All outgoing channels, without their secrets. */
      list: (options: CallOptions = {}): Promise<Answer<'GET /v1/channels'>> => ask('GET /v1/channels', options),
      /** Makes a channel or changes it. Keep the `secret` of the answer for `verifyWebhook`: it is never shown again. */
      save: (
        code: string,
        body: Body<'PUT /v1/channels/{code}'>,
        options: CallOptions = {},
      ): Promise<Answer<'PUT /v1/channels/{code}'>> =>
        ask('PUT /v1/channels/{code}', { params: { code }, body, ...options }),
      /** Takes a channel away. */
      remove: (code: string, options: CallOptions = {}): Promise<undefined> =>
        ask('DELETE /v1/channels/{code}', { params: { code }, ...options }),
    },
    tokens: {
      /** All message tokens of the account, without the tokens themselves. */
      list: (options: CallOptions = {}): Promise<Answer<'GET /v1/account/tokens'>> =>
        ask('GET /v1/account/tokens', options),
      /** Makes a message token, with which a script may send and nothing else. It is shown in this answer only. */
      create: (name: string, options: CallOptions = {}): Promise<Answer<'POST /v1/account/tokens'>> =>
        ask('POST /v1/account/tokens', { body: { name }, ...options }),
      /** Deletes a message token; whoever holds it can no longer send. */
      delete: (id: string, options: CallOptions = {}): Promise<undefined> =>
        ask('DELETE /v1/account/tokens/{id}', { params: { id }, ...options }),
    },
    sessions: {
      /** Where the account is signed in, the newest first. */
      list: (options: ListOptions<'GET /v1/sessions'> = {}): Listed<'GET /v1/sessions', 'sessions'> =>
        listed(ask, 'GET /v1/sessions', 'sessions', options),
      /** Ends one session of the account. */
      end: (id: string, options: CallOptions = {}): Promise<undefined> =>
        ask('DELETE /v1/sessions/{id}', { params: { id }, ...options }),
      /** Where the pages of this session lead back to; `account.get` then tells it in `returnTo`. */
      setReturnUrl: (returnUrl: string, options: CallOptions = {}): Promise<undefined> =>
        ask('PUT /v1/sessions/current/return-url', { body: { returnUrl }, ...options }),
      /** Signs out here. */
      signOut: (options: CallOptions = {}): Promise<undefined> => ask('DELETE /v1/sessions/current', options),
      /** Signs out everywhere, or with `keep: 'current'` everywhere else. */
      signOutEverywhere: ({ keep, ...options }: CallOptions & { keep?: 'current' } = {}): Promise<undefined> =>
        ask('DELETE /v1/sessions', { ...(keep && { query: { keep } }), ...options }),
    },
    scans: userScans(ask),
    reviews: userReviews(ask),
    proofings: userProofings(ask),
    /** Domains of theirs, and how each is proven. */
    domains: userDomains(ask),
    appeals: {
      /** Appeals against a ban; an operator decides. */
      create: (text: string, options: CallOptions = {}): Promise<Answer<'POST /v1/account/appeals'>> =>
        ask('POST /v1/account/appeals', { body: { text }, ...options }),
      /** The last appeal of the account and how it was decided. */
      get: (options: CallOptions = {}): Promise<Answer<'GET /v1/account/appeals'>> =>
        ask('GET /v1/account/appeals', options),
    },
    /** Any route, typed by the API's description: `request('GET /v1/orders/{id}', { params: { id } })`. */
    request: ask,
  }
}
