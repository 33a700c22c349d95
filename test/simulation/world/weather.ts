import type { CheckResult } from '../../../functions/verification/check/checker.ts'
import { DAY, HOUR, MINUTE, type Millis, SECOND } from '../../../shared/kernel/time.ts'
import type { Endless, RefundEnd } from '../channel/channel.ts'
import { people } from '../persons/people.ts'
import type { Chance } from '../runs/chance.ts'
import { denied, FIRST, notLookedUp, OTHER, turnedAway, unsupported, verdict } from '../vendor/vendor.ts'
import { type Effect, type Fate, isRead } from './process.ts'
import { answersWithin, spendsAtMost, type World } from './world.ts'

/** How much trouble one history has, and of which kind; drawn anew for each, so that rare things also meet each other. */
export type Weather = {
  /** One effect in so many kills its process, or breaks; 0 for none. */
  deaths: number
  failures: number
  /** One message in so many comes twice. */
  duplicates: number
  /** The due index follows the table late. */
  lag: boolean
  /** People change their minds: other ways of paying, cancelling. */
  isHesitant: boolean
  /** Payers change their network, and others pay for them. */
  isRoaming: boolean
  /** What people want: purchases more than verifications. */
  isShop: boolean
  /** Several accounts claim to be the same person, and are right. */
  isCrowded: boolean
  /** Payers complain, and the channel gives money back by itself. */
  isLitigious: boolean
  /** The vendor refuses us for a while, and some numbers. */
  isRefused: boolean
  /** There is another vendor. */
  isDoubled: boolean
  /** Vendors may cost little in a day. */
  isThrifty: boolean
  /** It begins shortly before midnight, where the bills of two days meet. */
  isNight: boolean
  /** The newest day of bookkeeping cannot be read. */
  isSpoilt: boolean
  /** Accounts are banned, and let in again. */
  isStrict: boolean
  /** Operators see to refunds that are with them. */
  isStaffed: boolean
  /** Payers complain at the channel, and operators answer them. */
  isDisputed: boolean
}

export const weatherOf = (chance: Chance): Weather => ({
  deaths:
    chance.of([
      [2, 0],
      [3, 20],
      [3, 7],
    ]) ?? 0,
  failures:
    chance.of([
      [3, 0],
      [2, 20],
      [2, 7],
    ]) ?? 0,
  duplicates:
    chance.of([
      [2, 12],
      [1, 3],
    ]) ?? 12,
  lag: chance.once(3),
  isHesitant: chance.once(3),
  isRefused: chance.once(3),
  isShop: chance.once(4),
  isCrowded: chance.once(4),
  isLitigious: chance.once(3),
  isNight: chance.once(2),
  isRoaming: chance.once(4),
  isSpoilt: chance.once(5),
  isStrict: chance.once(5),
  isDoubled: chance.once(2),
  isThrifty: chance.once(6),
  isStaffed: chance.once(8),
  isDisputed: chance.once(8),
})

const refundMood =
  (chance: Chance, isRough: boolean, { isStaffed }: Weather) =>
  () => ({
    ends:
      chance.of<Endless | RefundEnd | 'refused'>([
        [isRough ? 3 : 12, 'SUCCESS'],
        [3, 'CLOSED'],
        // Where there are people to see to them, there are refunds that need one.
        [isStaffed ? 4 : 1, 'ABNORMAL'],
        [isStaffed ? 8 : 1, 'refused'],
        [1, chance.once(3) ? 'HELD' : 'PROCESSING'],
      ]) ?? 'SUCCESS',
    afterMs:
      chance.of<Millis>([
        [3, 20 * SECOND],
        [1, 4 * MINUTE],
        [1, 3 * HOUR],
        [1, 9 * HOUR],
      ]) ?? 0,
    repairMs: chance.once(2) ? 2 * HOUR : undefined,
  })

const SEEDS = 0xffff

/** Others may use the same merchant account, and withdraw their money with ours. */
const otherTillsOf = (world: World, chance: Chance): void => {
  const { moods } = world.channel
  moods.others = chance.once(2) ? 1 + chance.pick(SEEDS) : 0
  moods.isShared = moods.others > 0 && chance.once(2)
  const { channels } = world.settings.reconciliation
  const reconciliation = { channels, shared: moods.isShared ? channels : [] }
  world.settings = { ...world.settings, reconciliation }
}
/** The vendor refuses us from some call on, for some time. */
const refusing = (world: World, chance: Chance): (() => boolean) => {
  let until = 0
  let callsLeft = chance.pick(3)
  return () => {
    const { now } = world.time
    if (now < until) return true
    if (callsLeft === 0)
      until =
        now +
        (chance.of<Millis>([
          [4, 4 * MINUTE],
          [3, 12 * MINUTE],
          [1, 3 * HOUR],
        ]) ?? 0)
    callsLeft -= 1
    return now < until
  }
}

/** Whose number the vendor cannot always check. */
const UNUSUAL = people[1].phone

/** Some deployments have two vendors, and some do not want to spend much. */
const vendorsOf = (world: World, { isDoubled, isThrifty }: Weather): void => {
  if (isDoubled) world.vendors.names = [FIRST, OTHER]
  spendsAtMost(world, isThrifty ? { [FIRST]: 3000, [OTHER]: 2000 } : {})
}

/** Some channels want answers sooner, so that their time is over while somebody watches, and some give money back where none comes. */
const hurryOf = (world: World, chance: Chance): void => {
  const withinMs = chance.once(2) ? DAY : HOUR
  answersWithin(world, withinMs)
  world.channel.moods.patienceMs = chance.once(2) ? withinMs : Number.POSITIVE_INFINITY
}

/** Gives channel and vendors their moods. Once the tape is over everything is well. */
export const moodsOf = (world: World, chance: Chance, weather: Weather): void => {
  const { isCrowded, isRefused } = weather
  const { moods } = world.channel
  const isRough = chance.once(2)
  moods.refund = refundMood(chance, isRough, weather)
  moods.losesNotice = () => chance.once(3)
  if (weather.isDisputed) hurryOf(world, chance)
  moods.isShort = () => isRough && chance.once(8)
  moods.skewMs =
    chance.of([
      [4, 0],
      [1, -MINUTE],
      [1, MINUTE / 2],
    ]) ?? 0
  moods.bill = () =>
    chance.of([
      [8, 'there'],
      [1, 'not_ready'],
      [1, 'damaged'],
      [1, 'cut'],
      [1, 'garbled'],
    ] as const) ?? 'there'
  moods.cutMs =
    chance.of([
      [1, 0],
      [1, -10 * MINUTE],
      [1, 10 * MINUTE],
    ]) ?? 0
  otherTillsOf(world, chance)
  const matches = isCrowded ? 40 : 6
  vendorsOf(world, weather)
  const refusesUs = new Map(
    world.vendors.names.map((name) => [name, isRefused ? refusing(world, chance) : () => false]),
  )
  world.vendors.answer = ({ phone }, vendor) => {
    if (refusesUs.get(vendor)?.()) return chance.once(6) ? denied : turnedAway
    if (isRefused && phone === UNUSUAL && chance.once(3)) return chance.once(2) ? unsupported : notLookedUp
    return saidOf(chance, matches)
  }
}

const saidOf = (chance: Chance, matches: number): CheckResult =>
  chance.of<CheckResult>([
    [matches, verdict('match')],
    [4, verdict('mismatch')],
    [3, verdict('no_record')],
    [2, { kind: 'unknown', vendorCode: 'ETIMEDOUT' } as const],
    [3, { kind: 'not_executed', vendorCode: 'ECONNREFUSED', notSent: true } as const],
    [1, { kind: 'refused', because: 'vendor_daily_limit', billed: 'no', vendorCode: 'limit' } as const],
  ]) ?? verdict('match')

/** How the next effect goes. */
export const fateOf = (chance: Chance, { deaths, failures }: Weather, effect: Effect): Fate => {
  // Trouble seldom comes alone: of what is repeated, half gets through.
  if (effect.isAgain && chance.once(2)) return chance.once(3) ? 'fails_after' : 'fails_before'
  // What breaks while only asking is not worth many choices: nothing has happened yet.
  if (isRead(effect) && effect.name !== 'table.getMany' && !chance.once(8)) return 'done'
  if (deaths > 0 && chance.once(deaths)) return chance.once(2) ? 'dies_before' : 'dies_after'
  if (failures > 0 && chance.once(failures)) return chance.once(2) ? 'fails_before' : 'fails_after'
  return 'done'
}
