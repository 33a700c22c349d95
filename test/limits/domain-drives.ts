import { askDomain } from '../../functions/certification/domains/ask-domain.ts'
import { createDomain } from '../../functions/certification/domains/create-domain.ts'
import { HOUR, nextBeijingDay } from '../../shared/kernel/time.ts'
import { licenceWorld } from '../certification/licence/fixture.ts'
import { provingWorld } from '../certification/proving/fixture.ts'
import { NOON } from '../kit.ts'
import { stored } from '../material/world.ts'
import { enter, world } from '../world.ts'
import { type Drive, FAR, NEAR } from './drive.ts'

const domains: Drive = async () => {
  const at = world({ domains: { most: NEAR } })
  const [one, other] = [await enter(at), await enter(at)]
  let nth = 0
  const created = (accountId: string) => {
    nth += 1
    return createDomain(at, accountId, `a${nth}.example.com`)
  }
  return {
    ...{ most: NEAR, time: at.time },
    once: () => created(one.accountId),
    elsewhere: () => created(other.accountId),
  }
}

/** Each shows what it has to, so that the limit alone refuses. */
const looks: Drive = async () => {
  const at = world({ domains: { checksPerHour: NEAR } })
  const [one, other] = [await enter(at), await enter(at)]
  const looked = async (accountId: string) => {
    const domain = await createDomain(at, accountId, 'example.com')
    const text = domain.ok ? `shiming-verification=${domain.value.token}` : ''
    const records = async () => ({ kind: 'found' as const, texts: [text] })
    const outgoing = async () => ({ kind: 'unknown' as const, reason: 'timeout' })
    return askDomain({ ...at, records, outgoing }, accountId, 'example.com')
  }
  return {
    ...{ most: NEAR, time: at.time },
    once: () => looked(one.accountId),
    elsewhere: () => looked(other.accountId),
    endsAt: (Math.floor(NOON / HOUR) + 1) * HOUR,
  }
}

const licences: Drive = async () => {
  const one = await licenceWorld({ company: { readingsPerDay: NEAR } })
  const user = await enter(one.at)
  const { id: material } = await stored(one.at, { user, kind: 'business_licence' })
  return {
    ...{ most: NEAR, time: one.at.time },
    once: () => one.read(),
    elsewhere: () => one.read({ material }, user.accountId),
    endsAt: nextBeijingDay(NOON),
  }
}

const proofs = async (accountProofsPerDay: number, companyAccountProofsPerDay: number) => {
  const one = provingWorld({ company: { accountProofsPerDay, companyAccountProofsPerDay } })
  let nth = 0
  /** Of a company that nobody asked about, or always the same. */
  const begun = async (accountId: string, which?: number) => {
    nth += 1
    return one.begin(accountId, await one.company(accountId, which ?? nth))
  }
  return { one, begun, users: [await enter(one.at), await enter(one.at)] as const }
}

const accountProofs: Drive = async () => {
  const { one, begun, users } = await proofs(NEAR, FAR)
  return {
    ...{ most: NEAR, time: one.at.time, endsAt: nextBeijingDay(NOON) },
    once: () => begun(users[0].accountId),
    elsewhere: () => begun(users[1].accountId),
  }
}

/** Whoever asks for it, another account among them. */
const companyProofs: Drive = async () => {
  const { one, begun, users } = await proofs(FAR, NEAR)
  // Each by another account: a repeat of one would answer how its own stands.
  const once = async () => begun((await enter(one.at)).accountId, 900)
  const elsewhere = () => begun(users[0].accountId, 901)
  return { most: NEAR, time: one.at.time, endsAt: nextBeijingDay(NOON), once, elsewhere }
}

export const domainDrives: Readonly<Record<string, Drive>> = {
  'company.readingsPerDay': licences,
  'company.accountProofsPerDay': accountProofs,
  'company.companyAccountProofsPerDay': companyProofs,
  'domains.most': domains,
  'domains.checksPerHour': looks,
}
