import { dayOf } from '../../functions/account/limits/window.ts'
import { readDocument } from '../../functions/documents/reading/read-document.ts'
import { documentWorld } from '../documents/fixture.ts'
import { NOON } from '../kit.ts'
import { stored } from '../material/world.ts'
import { enter } from '../world.ts'
import { type Drive, NEAR } from './drive.ts'

const readings: Drive = async () => {
  const at = documentWorld({ documents: { readingsPerDay: NEAR } })
  const consent = { notice: (await at.notice()).version }
  const read = async () => {
    const user = await enter(at)
    const { id, accountId } = await stored(at, { user })
    return () => readDocument(at, accountId, { material: id, side: 'front', consent, language: 'zh' })
  }
  const [once, elsewhere] = [await read(), await read()]
  return { most: NEAR, time: at.time, once, elsewhere, endsAt: dayOf(NOON).endsAt }
}

export const documentDrives: Readonly<Record<string, Drive>> = { 'documents.readingsPerDay': readings }
