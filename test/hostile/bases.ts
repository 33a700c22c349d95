import type { Route } from '../../shared/http/route.ts'
import { kindsOf } from '../../shared/http/route.ts'
import { type Credential, proofsOf } from '../flows/callers/credentials.ts'
import { nameOf, type Sample, samples } from '../flows/callers/samples.ts'
import { byBrowser, showing } from '../flows/callers/sending.ts'
import { type Change, type Draft, draftOf } from './inputs/draft.ts'
import { type Notice, noticesTo } from './signed.ts'
import type { Stage } from './stage.ts'

/** A request that fits its route, by somebody; `isGood`: whom the route is for. `finished` comes after all that makes it worse. */
export type Base = { name: string; isGood: boolean; draft: () => Draft; finished: Change }

const unchanged: Change = (draft) => draft

const byCredential = (route: Route, sample: Sample, one: Credential): Base => ({
  name: one.name,
  // A session that may be claimed only is ended, and the good one is needed by others.
  isGood:
    one.isGood !== (sample.takesClaims === true) &&
    kindsOf(route.caller).some((kind) => proofsOf[kind].includes(one.proof)),
  draft: () => draftOf(route, showing(route, sample, one)),
  finished: unchanged,
})

const byCookie = (route: Route, sample: Sample, { text }: Credential): Base => ({
  name: 'a cookie',
  isGood: true,
  draft: () => draftOf(route, byBrowser(sample, text, true)),
  finished: unchanged,
})

const bySigned = (route: Route, sample: Sample, { name, json, signed }: Notice): Base => ({
  name: `signed: ${name}`,
  isGood: true,
  draft: () => ({ ...draftOf(route, { ...sample, text: undefined }), json }),
  finished: signed,
})

/** Every way in which a route can be asked well, by whom it is for and by others. */
export const basesOf = (stage: Stage, route: Route): Base[] => {
  const name = nameOf(route)
  const all = [...(stage.samples[name] ?? []), ...(samples[name] ?? [])]
  const session = stage.credentials.find(({ proof, isGood }) => proof === 'session' && isGood)
  const takesCookies = kindsOf(route.caller).some((kind) => kind.startsWith('session'))
  return all.flatMap((sample) => [
    ...stage.credentials
      .filter((one) => !sample.takesClaims || one !== session)
      .map((one) => byCredential(route, sample, one)),
    ...(session && takesCookies && !sample.takesClaims ? [byCookie(route, sample, session)] : []),
    {
      name: 'nobody',
      isGood: kindsOf(route.caller).includes('anyone'),
      draft: () => draftOf(route, sample),
      finished: unchanged,
    },
    ...noticesTo(stage, route.path).map((notice) => bySigned(route, sample, notice)),
  ])
}
