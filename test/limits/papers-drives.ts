import { dayOf, monthOf } from '../../functions/account/limits/window.ts'
import { openUpload } from '../../functions/material/issuing/open-upload.ts'
import { openPicture } from '../../functions/material/reading/open-picture.ts'
import { openPapers } from '../../functions/verification/papers/open-papers.ts'
import { DAY } from '../../shared/kernel/time.ts'
import { claimOf } from '../account/fixture.ts'
import { NOON, valueIn } from '../kit.ts'
import { world as materialWorld, stored } from '../material/world.ts'
import { decided, handed, world as papersWorld } from '../verification/papers/fixture.ts'
import { enter } from '../world.ts'
import { type Drive, FAR, NEAR } from './drive.ts'

const uploads: Drive = async () => {
  const at = materialWorld({ materials: { perDay: NEAR } })
  const [one, other] = [await enter(at), await enter(at)]
  const open = (token: string) => openUpload(at, claimOf(token), { kind: 'holder', type: 'image/png' })
  const endsAt = dayOf(at.time.now).endsAt
  return { most: NEAR, time: at.time, once: () => open(one.token), elsewhere: () => open(other.token), endsAt }
}

const views: Drive = async () => {
  const at = materialWorld({ materials: { viewsPerDay: NEAR, unusedMs: 9 * DAY } })
  const { id } = await stored(at)
  const by = (operatorId: string) => openPicture(at, { operatorId, isPerson: true }, { id, reason: 'case_review' })
  return { most: NEAR, time: at.time, once: () => by('wang'), elsewhere: () => by('ling'), endsAt: dayOf(NOON).endsAt }
}

/** Each refused before the next. */
const papers: Drive = async () => {
  const at = papersWorld({ papers: { perMonth: NEAR }, materials: { perDay: FAR } })
  const [one, other] = [await enter(at), await enter(at)]
  const hand = async (user: typeof one, number: string) => {
    const { answer } = await handed(at, { user, typed: { number } })
    if (answer.ok) await decided(at, answer.value.papers, 'refused', 'unreadable')
    return answer
  }
  const endsAt = monthOf(at.time.now).endsAt
  const once = () => hand(one, 'E1234567')
  return { most: NEAR, time: at.time, once, elsewhere: () => hand(other, 'E7654321'), endsAt }
}

const looks: Drive = async () => {
  const at = papersWorld({ papers: { looksPerDay: NEAR } })
  const { papers: of } = valueIn((await handed(at)).answer)
  const asked = { accountId: of.accountId, id: of.id, reason: 'case_review' } as const
  const by = (operatorId: string) => openPapers(at, { operatorId, isPerson: true }, asked)
  return { most: NEAR, time: at.time, once: () => by('wang'), elsewhere: () => by('ling'), endsAt: dayOf(NOON).endsAt }
}

export const papersDrives: Readonly<Record<string, Drive>> = {
  'materials.perDay': uploads,
  'materials.viewsPerDay': views,
  'papers.perMonth': papers,
  'papers.looksPerDay': looks,
}
