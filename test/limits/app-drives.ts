import { answerNameCheck } from '../../functions/certification/apps/answer-name-check.ts'
import type { App } from '../../functions/certification/apps/app.ts'
import { createApp } from '../../functions/certification/apps/create-app.ts'
import { editApp } from '../../functions/certification/apps/edit-app.ts'
import { HOUR, nextBeijingDay } from '../../shared/kernel/time.ts'
import { appAt, appCreated, applies, owner, renamed } from '../certification/fixture.ts'
import { NOON, valueIn } from '../kit.ts'
import { enter, world } from '../world.ts'
import { type Drive, FAR, NEAR } from './drive.ts'

const appsOf =
  (isOrganisation: boolean): Drive =>
  async () => {
    const most = isOrganisation ? { ofPerson: 1, ofOrganisation: NEAR } : { ofPerson: NEAR, ofOrganisation: FAR }
    const at = world({ apps: { ...most, editsPerDay: FAR } })
    const [one, other] = [await enter(at), await enter(at)]
    if (isOrganisation) await applies(at, one, { kind: 'enterprise', status: 'consistent' })
    let nth = 0
    const created = (accountId: string) => {
      nth += 1
      return createApp(at, accountId, { kind: 'website', name: `示例${nth}` })
    }
    return {
      most: NEAR,
      time: at.time,
      once: () => created(one.accountId),
      elsewhere: () => created(other.accountId),
    }
  }

/** The first of them made the app. */
const edits: Drive = async () => {
  const at = world({ apps: { ofPerson: FAR, editsPerDay: NEAR } })
  const [one, other] = [await enter(at), await enter(at)]
  const { id } = valueIn(await createApp(at, one.accountId, { kind: 'website', name: '示例网站' }))
  const once = () => editApp(at, { accountId: one.accountId, id }, { description: '示例' })
  const elsewhere = () => createApp(at, other.accountId, { kind: 'website', name: '另一示例' })
  return { most: NEAR - 1, time: at.time, once, elsewhere, endsAt: nextBeijingDay(NOON) }
}

const checks: Drive = async () => {
  const at = world({ names: { checksPerHour: NEAR } })
  const [one, other] = [await enter(at), await enter(at)]
  const checked = (accountId: string) => answerNameCheck(at, accountId, { name: '示例网站' })
  return {
    most: NEAR,
    time: at.time,
    once: () => checked(one.accountId),
    elsewhere: () => checked(other.accountId),
    endsAt: (Math.floor(NOON / HOUR) + 1) * HOUR,
  }
}

const NEW_YEAR = Date.parse('2027-01-01T00:00:00+08:00')

/** Each time to a name that it never had; whoever sleeps over it signs in anew. */
const renames: Drive = async () => {
  const at = world({
    apps: { renamesPerYear: NEAR, editsPerDay: FAR },
    proof: { numberFrom: FAR, addressFrom: FAR },
  })
  const [app, another] = [
    await appCreated(at, await owner(at)),
    await appCreated(at, await owner(at), { name: '示例' }),
  ]
  let nth = 0
  const again = async (of: App) => {
    nth += 1
    const now = appAt(at, of) ?? of
    return renamed(at, await owner(at), now, `示例第${nth}`)
  }
  return { most: NEAR, time: at.time, once: () => again(app), elsewhere: () => again(another), endsAt: NEW_YEAR }
}

export const appDrives: Readonly<Record<string, Drive>> = {
  'apps.ofPerson': appsOf(false),
  'apps.ofOrganisation': appsOf(true),
  'apps.editsPerDay': edits,
  'apps.renamesPerYear': renames,
  'names.checksPerHour': checks,
}
