import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { routes } from '../../functions/routes.ts'
import { operatorAt } from '../../local/demo/operator.ts'
import { type CallerKind, kindsOf, type Route } from '../../shared/http/route.ts'
import {
  type Credential,
  credentialsAt,
  notificationsAt,
  proofsOf,
  type Signed,
  standInsAmong,
} from './callers/credentials.ts'
import { type Reply, refusalOf, webHeaderRequired } from './callers/refusals.ts'
import { nameOf, type Sample, samples } from './callers/samples.ts'
import { byBrowser, sent, showing } from './callers/sending.ts'
import type { Instance } from './instance.ts'
import { freshSession } from './platform-session.ts'
import { sharedInstance } from './shared-instance.ts'

type Case = { name: string; route: Route; sample: Sample; kind: CallerKind }

/** Routes of one function follow each other, so that none is started twice. */
const service = routes.filter(({ sandboxOnly }) => !sandboxOnly).toSorted((one, other) => (one.fn < other.fn ? -1 : 1))

const casesOf = (route: Route): Case[] =>
  (samples[nameOf(route)] ?? []).map((sample) => {
    const { caller } = route
    const kind = typeof caller === 'string' ? caller : (caller.kinds[sample.form ?? ''] ?? 'anyone')
    return { name: [nameOf(route), sample.form].filter(Boolean).join(' as '), route, sample, kind }
  })

const formsOf = ({ caller }: Route): (string | undefined)[] =>
  typeof caller === 'string' ? [undefined] : Object.keys(caller.kinds)

/** Codes of requests that do not fit their route, which would prove nothing about callers. */
const MISFITS = ['invalid_request', 'malformed_json', 'unsupported_media_type', 'idempotency_key_required']

const codeIn = (reply: Reply): unknown => Object(reply.body).code

describe('every route is asked', () => {
  it.each(service.map((route) => [nameOf(route), route] as const))('%s', (name, route) => {
    const { caller } = route
    const forms = samples[name]?.map(({ form }) => form)
    expect(forms, 'a sample of each form, in test/flows/callers/samples.ts').toEqual(formsOf(route))
    if (typeof caller !== 'string')
      expect(samples[name]?.map(({ body }) => caller.formOf(body as never))).toEqual(forms)
  })

  it('and nothing that is no route', () => {
    expect(Object.keys(samples).toSorted()).toEqual(service.map(nameOf).toSorted())
  })
})

describe('every route lets in the callers it declares and no others', () => {
  let instance: Instance
  let credentials: Credential[]
  const standIns = standInsAmong(inject('keys').secrets)
  const send = (route: Route, sample: Sample) => sent(instance.platform.url, route, sample)

  beforeAll(async () => {
    instance = await sharedInstance()
    credentials = await credentialsAt(instance, await freshSession(instance))
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  const opens = ({ kind, sample }: Case, { proof, isGood }: Credential): boolean =>
    proofsOf[kind].includes(proof) &&
    !(proof === 'operator' && sample.personsOnly) &&
    (isGood || (['session', 'operator_session'].includes(proof) && sample.takesClaims === true))

  const signed = (sample: Sample, { text, headers }: Signed): Sample => ({
    ...sample,
    text,
    headers: { ...sample.headers, ...headers },
  })

  /** Everything that must not let in, by what it is. */
  const intruders = (one: Case): [name: string, attempt: Sample][] => {
    const { route, sample } = one
    const shown = credentials.filter((credential) => !opens(one, credential))
    const { wrong = {} } = notificationsAt(standIns, instance.engine.now())[route.path] ?? {}
    return [
      ['nothing', sample],
      ...shown.map((credential): [string, Sample] => [credential.name, showing(route, sample, credential)]),
      ...Object.entries(wrong).map(([name, forged]): [string, Sample] => [name, signed(sample, forged)]),
    ]
  }

  const freshOf = async ({ sample }: Case, of: Credential): Promise<{ text: string }> => {
    if (!of.isGood) return of
    if (of.proof === 'operator_session' && sample.takesClaims)
      return { text: (await operatorAt(instance, 'leaver')).token }
    return of.proof === 'session' ? { text: (await freshSession(instance)).token } : of
  }

  /** Everything that lets in; a good session is one of its own, because some calls end it. */
  const guests = async (one: Case): Promise<Sample[]> => {
    const { route, sample } = one
    const { good } = notificationsAt(standIns, instance.engine.now())[route.path] ?? {}
    const shown = credentials.filter((credential) => opens(one, credential))
    return [
      ...(await Promise.all(shown.map(async (of) => showing(route, sample, await freshOf(one, of))))),
      ...(good ? [signed(sample, good)] : []),
    ]
  }

  const letIn = (one: Case, reply: Reply) => {
    expect(reply).not.toEqual(refusalOf(one.kind, one.route.path))
    expect(reply.status, JSON.stringify(reply)).toBeLessThan(500)
    expect([401, 415]).not.toContain(reply.status)
    expect(MISFITS).not.toContain(codeIn(reply))
  }

  describe.each(service.flatMap(casesOf).map((one) => [one.name, one] as const))('%s', (_name, one) => {
    const { route, sample, kind } = one

    it('refuses everybody else in its own way', async () => {
      const refusal = refusalOf(kind, route.path)
      for (const [name, attempt] of intruders(one)) {
        const reply = await send(route, attempt)
        if (refusal) expect({ name, ...reply }).toEqual({ name, ...refusal })
        else letIn(one, reply)
      }
    })

    it('lets in whom it is for', async () => {
      const welcome = await guests(one)
      expect(welcome).not.toEqual([])
      for (const attempt of welcome) letIn(one, await send(route, attempt))
    })

    if (kindsOf(route.caller).some((of) => of.startsWith('session')))
      it('takes a cookie to change something from our own pages only', async () => {
        const { token } = await freshSession(instance)
        const foreign = await send(route, byBrowser(sample, token, false))
        if (route.method === 'GET') letIn(one, foreign)
        else expect(foreign).toEqual(webHeaderRequired)
        letIn(one, await send(route, byBrowser(sample, token, true)))
      })
  })
})
