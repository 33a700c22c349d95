import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CardSide, Recogniser } from '../../../functions/documents/recogniser.ts'
import { tencentCardActions } from '../../../functions/documents/settings.ts'
import { sightBy } from '../../../functions/sandbox/see-card.ts'
import { serveTencentCloud } from '../../../functions/sandbox/tencent-cloud/serve.ts'
import { cardOcrRoute } from '../../../functions/sandbox/tencent-cloud.route.ts'
import { tencentCardReader } from '../../../functions/vendors/tencent-cloud/card-reader.ts'
import { drawing } from '../../../local/specimens/drawing.ts'
import { bound } from '../../../shared/http/endpoint.ts'
import { outgoing } from '../../../shared/http/outgoing.ts'
import { ok } from '../../../shared/kernel/outcome.ts'
import { cardholders } from '../../documents/specimens/cardholders.ts'
import { serve } from '../../http-event.ts'
import { listen } from '../../sandbox/server.ts'
import { makeKeys, stageOf } from '../../sandbox/stage.ts'
import { picturePermit } from '../../vendors/cards/said.ts'
import { type Condition, conditionNames } from './conditions.ts'
import { photoOf } from './photos.ts'
import { inHouse, TODAY } from './reader.ts'
import { unusable } from './scoring.ts'

/** Neither the one that was tuned on nor the one that the bench counts by. */
const SEED = 7
const people = cardholders(SEED)

const keys = makeKeys()
const stage = stageOf(keys)
const sandbox = { ...stage.sandbox, sight: sightBy(inHouse, { now: () => TODAY }) }
const handler = serve(
  { now: () => Date.now(), request: () => {}, fault: () => {} },
  bound(cardOcrRoute, async (request) => ok(await serveTencentCloud(sandbox, 'ocr', request))),
)
let server: Awaited<ReturnType<typeof listen>>

beforeAll(async () => {
  server = await listen(handler, () => `${cardOcrRoute.method} ${cardOcrRoute.path}`)
})
afterAll(() => server.close())

const outside = (action: (typeof tencentCardActions)[number]): Recogniser =>
  tencentCardReader(
    {
      url: `http://127.0.0.1:${server.port}/`,
      secretId: keys.secret.tencentSecretId,
      secretKey: keys.secret.tencentSecretKey,
      action,
    },
    {
      outgoing: outgoing({ connectMs: 1000, totalMs: 20_000, maxBytes: 64_000 }),
      clock: { now: () => stage.world.now },
    },
  )

const readers: [name: string, open: () => Recogniser][] = [
  ['the house', () => inHouse],
  ...tencentCardActions.map((action): [string, () => Recogniser] => [
    `Tencent Cloud, ${action}`,
    () => outside(action),
  ]),
]

/** What every reader of cards makes of the same photos, whoever it is. */
describe.each(readers)('X1 %s', (_name, open) => {
  const read = async (picture: Uint8Array, side: CardSide = 'front') =>
    open().read({ picture, side, now: TODAY, permit: picturePermit() })
  const holderAt = (at: number) => {
    const holder = people[at]
    if (!holder) throw new Error('nobody')
    return holder
  }

  it.each(conditionNames)('%s: reads a front, or refuses it as what it is', async (condition: Condition) => {
    const holder = holderAt(3)
    const came = await read(await photoOf(holder, 'front', condition, SEED))
    if (unusable[condition]) return expect(came).toEqual({ kind: 'refused', because: unusable[condition] })
    return expect(came).toMatchObject({
      kind: 'read',
      card: {
        ...{ side: 'front', idNumber: holder.idNumber, sex: holder.sex === '男' ? 'male' : 'female' },
        ...{ birth: holder.idNumber.slice(6, 14), name: expect.any(String) },
      },
    })
  })

  it('reads a back, and a residence permit as any card', async () => {
    const holder = holderAt(4)
    expect(await read(await photoOf(holder, 'back'), 'back')).toMatchObject({
      ...{ kind: 'read', card: { side: 'back', authority: holder.authority, validFrom: holder.validFrom } },
    })
    const permit = people.find(({ idNumber }) => /^8[123]0000/.test(idNumber))
    if (!permit) throw new Error('nobody holds a permit')
    expect(await read(await photoOf(permit, 'front'))).toMatchObject({ card: { idNumber: permit.idNumber } })
  })

  it('refuses a card that is over, the other side, and what is no card', async () => {
    const over = { ...holderAt(5), validFrom: '20060102', validUntil: '20160102' }
    expect(await read(await photoOf(over, 'back'), 'back')).toEqual({ kind: 'refused', because: 'expired' })
    expect(await read(await photoOf(over, 'back'))).toEqual({ kind: 'refused', because: 'wrong_side' })
    expect(await read(await photoOf(over, 'front'), 'back')).toEqual({ kind: 'refused', because: 'wrong_side' })
    const vips = await drawing()
    const noise = vips.Image.gaussnoise(800, 500, { mean: 128, sigma: 40, seed: SEED }).cast('uchar')
    const plain = noise.bandjoin([noise, noise]).jpegsaveBuffer({ Q: 90 })
    expect(await read(plain)).toEqual({ kind: 'refused', because: 'not_a_card' })
  })

  it('refuses a number that does not check itself', async () => {
    const holder = holderAt(6)
    const last = holder.idNumber.at(-1) === '1' ? '2' : '1'
    const wrong = { ...holder, idNumber: `${holder.idNumber.slice(0, -1)}${last}` }
    expect(await read(await photoOf(wrong, 'front'))).toEqual({ kind: 'refused', because: 'number_check_failed' })
  })

  it('hostile: refuses bytes that are no picture', async () => {
    for (const text of ['not a picture', '\u00ff\u00d8\u00ff'])
      expect(await read(Buffer.from(text, 'latin1'))).toEqual({ kind: 'refused', because: 'decode_failed' })
  })
})
