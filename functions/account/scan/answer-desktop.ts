import { type Answer, answered } from '../../../shared/http/answer.ts'
import type { Request } from '../../../shared/http/request.ts'
import { type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import { type Millis, rfc3339, SECOND } from '../../../shared/kernel/time.ts'
import type { FrontSettings } from '../../front/settings.ts'
import { sourceAddress } from '../../front/source-address.ts'
import { type enterByScanRoute, type openScanRoute, SCAN_COOKIE } from '../scan.route.ts'
import { cookieOf, sessionCookie, signedInAnswer } from '../sessions/answer-sign-in.ts'
import type { OpeningDeps } from '../sessions/open-account.ts'
import { deviceOf } from '../sessions/session.ts'
import { type SignedIn, sessionOf } from '../sessions/session-store.ts'
import { browserOf } from './browser.ts'
import { type OpenScanDeps, openScan } from './open-scan.ts'
import { placeIn } from './place.ts'
import { readScan } from './read-scan.ts'
import { redeemScan } from './redeem-scan.ts'
import { REDEEM } from './scan.ts'
import { type DeskClaim, deskOf } from './scan-store.ts'
import { takeScan } from './take-scan.ts'

type Deps = OpeningDeps & OpenScanDeps & { settings: FrontSettings }

/** A page of ours, which gets in a cookie what others get in the body. */
const isWebPage = ({ headers }: Pick<Request, 'headers'>): boolean => headers['x-shiming-web'] !== undefined

/** As long as the code may be confirmed, the desktop come, and an answer be lost. */
const cookieLife = (expiresAt: Millis, now: Millis): number => Math.ceil((expiresAt - now + 2 * REDEEM) / SECOND)

/** POST /v1/scans. `caller`: of a code to go on by, whoever shows it. */
export const answerOpening = async (
  deps: Deps,
  request: Request<typeof openScanRoute>,
  caller: SignedIn | undefined,
): Promise<Outcome<Answer>> => {
  const { settings, clock } = deps
  const { headers, body } = request
  if (body.purpose === 'continue' && !caller) return refused('unauthenticated')
  const opened = await openScan(deps, {
    ...(body.purpose === 'continue' && caller ? { ...body, caller } : { purpose: 'sign_in' }),
    sourceIp: sourceAddress(request, settings.proxies),
    browser: browserOf(headers['user-agent']),
    place: placeIn(headers, settings),
  })
  if (!opened.ok) return opened
  const { id, url, deskToken, expiresAt } = opened.value
  const shown = { id, url, expiresAt: rfc3339(expiresAt) }
  if (!isWebPage(request)) return ok({ status: 201, body: { ...shown, deskToken } })
  return ok({
    status: 201,
    body: shown,
    cookies: [cookieOf(SCAN_COOKIE, deskToken, cookieLife(expiresAt, clock.now()))],
  })
}

type FromDesktop = Pick<Request, 'method' | 'bearer' | 'cookie' | 'headers'>

/** Which desktop asks. A foreign page can make the browser send the cookie, but not the header. */
const deskIn = (request: FromDesktop): Outcome<DeskClaim | undefined> => {
  const { method, bearer, cookie } = request
  if (bearer !== undefined) return ok(deskOf(bearer))
  return cookie !== undefined && method !== 'GET' && !isWebPage(request)
    ? refused('web_header_required')
    : ok(deskOf(cookie))
}

/** GET /v1/scans/current. */
export const answerStanding = async (deps: Deps, request: FromDesktop): Promise<Outcome<Answer>> => {
  const desk = deskIn(request)
  if (!desk.ok) return desk
  return answered(200, await readScan(deps, desk.value), ({ expiresAt, taken, ...seen }) => ({
    ...seen,
    expiresAt: rfc3339(expiresAt),
    taken: taken ? { device: taken.device ?? null, session: taken.session ?? null } : null,
  }))
}

/** POST /v1/scans/current/redemption. */
export const answerRedemption = async (deps: Deps, request: FromDesktop): Promise<Outcome<Answer>> => {
  const desk = deskIn(request)
  if (!desk.ok) return desk
  const device = deviceOf(request.headers['user-agent'])
  return signedInAnswer(deps, request.headers, await redeemScan(deps, { desk: desk.value, device }))
}

/** POST /v1/scans/entries. */
export const answerEntry = async (
  deps: Deps,
  { body: { code, replace: replaces }, bearer, headers }: Request<typeof enterByScanRoute>,
): Promise<Outcome<Answer>> => {
  const device = deviceOf(headers['user-agent'])
  const gone = await takeScan(deps, { code, replaces, device, current: sessionOf(bearer) })
  if (!gone.ok) return gone
  const { token, ...shown } = gone.value
  if (token === undefined) return ok({ status: 201, body: shown })
  return isWebPage({ headers })
    ? ok({ status: 201, body: shown, cookies: [sessionCookie(token, deps.settings.sessions.lifeMs)] })
    : ok({ status: 201, body: { token, ...shown } })
}
