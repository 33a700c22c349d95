import { kindsOf, type Route } from '../../shared/http/route.ts'
import { type Credential, proofsOf } from '../flows/callers/credentials.ts'
import { nameOf, type Sample, samples } from '../flows/callers/samples.ts'
import { byBrowser, showing } from '../flows/callers/sending.ts'
import { freshSession } from '../flows/platform-session.ts'
import { type Change, type Draft, draftOf } from './inputs/draft.ts'
import { type Notice, noticesTo } from './signed.ts'
import type { Stage } from './stage.ts'

/** A request that fits its route, by somebody; `isGood`: whom the route is for. `finished` comes after all that makes it worse. */
export type Base = { name: string; isGood: boolean; draft: () => Promise<Draft>; finished: Change }

const unchanged: Change = (draft) => draft

const isSession = ({ proof, isGood }: Credential): boolean => proof === 'session' && isGood

/** What ends sessions is shown one of its own each time: the good one is needed by others. */
const textFor = async (stage: Stage, route: Route, one: Credential): Promise<string> =>
  isSession(one) && route.method === 'DELETE' && route.path.startsWith('/v1/sessions')
    ? (await freshSession(stage)).token
    : one.text

const byCredential = (stage: Stage, route: Route, sample: Sample, one: Credential): Base => ({
  name: one.name,
  isGood: one.isGood && kindsOf(route.caller).some((kind) => proofsOf[kind].includes(one.proof)),
  draft: async () => draftOf(route, showing(route, sample, { text: await textFor(stage, route, one) })),
  finished: unchanged,
})

const byCookie = (stage: Stage, route: Route, sample: Sample, one: Credential): Base => ({
  name: 'a cookie',
  isGood: true,
  draft: async () => draftOf(route, byBrowser(sample, await textFor(stage, route, one), true)),
  finished: unchanged,
})

const bySigned = (route: Route, sample: Sample, { name, json, signed }: Notice): Base => ({
  name: `signed: ${name}`,
  isGood: true,
  draft: async () => ({ ...draftOf(route, { ...sample, text: undefined }), json }),
  finished: signed,
})

const byNobody = (route: Route, sample: Sample): Base => ({
  name: 'nobody',
  isGood: kindsOf(route.caller).includes('anyone'),
  draft: async () => draftOf(route, sample),
  finished: unchanged,
})

/** Every way in which a route can be asked well, by whom it is for and by others. */
export const basesOf = (stage: Stage, route: Route): Base[] => {
  const name = nameOf(route)
  const all = [...(stage.samples[name] ?? []), ...(samples[name] ?? [])]
  const takesCookies = kindsOf(route.caller).some((kind) => kind.startsWith('session'))
  const browsers = takesCookies ? stage.credentials.filter(isSession) : []
  return all.flatMap((sample) => [
    ...stage.credentials.map((one) => byCredential(stage, route, sample, one)),
    ...browsers.map((one) => byCookie(stage, route, sample, one)),
    byNobody(route, sample),
    ...noticesTo(stage, route.path).map((notice) => bySigned(route, sample, notice)),
  ])
}
