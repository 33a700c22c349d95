import type { LicenceReading } from '../../../functions/certification/company/licence-reader.ts'
import { pictureHandedOn } from '../../../functions/certification/company/licence-reader.ts'
import {
  type LicenceAsked,
  type ReadLicenceDeps,
  readLicence,
} from '../../../functions/certification/licence/read-licence.ts'
import { companyNoticeInForce } from '../../../functions/consent/company-notice.ts'
import { demandPermit, type Permit } from '../../../functions/consent/permit.ts'
import { openHanding } from '../../../functions/documents/reading/open-handing.ts'
import { openBytes } from '../../../functions/material/reading/open-bytes.ts'
import { stored, world } from '../../material/world.ts'
import { enter } from '../../world.ts'

export const licence = {
  ...{ creditCode: '91110000600037341L', companyName: '测试长风科技（北京）有限公司' },
  ...{ legalRepresentative: '林知夏', registeredOn: '20160102', registeredUntil: 'open' },
} as const

/** Materials, and a reader of licences that says what it is told to; nobody where there is none. */
export const licenceWorld = async (overrides: Record<string, unknown> = {}, isThere = true) => {
  const at = world(overrides)
  const says: { next: LicenceReading } = { next: { kind: 'read', licence, doubts: [] } }
  const seen: Uint8Array[] = []
  const reader = {
    vendor: 'tencent_cloud',
    read: async (picture: Uint8Array, permit: Permit): Promise<LicenceReading> => {
      demandPermit(permit, 'tencent_cloud', pictureHandedOn)
      seen.push(picture)
      return says.next
    },
  }
  const notice = async () => companyNoticeInForce(at.settings)
  const as = { purpose: 'company_check', items: pictureHandedOn } as const
  const deps: ReadLicenceDeps = {
    ...{ ...at, reader: isThere ? reader : undefined, notice },
    openPicture: (of) => openBytes({ files: at.files, pictures: at.vault }, of),
    openHanding: (of, agreed) => openHanding({ ...at, recogniser: { recipient: reader.vendor } }, of, agreed, as),
  }
  const user = await enter(at)
  const { id } = await stored(at, { user, kind: 'business_licence' })
  const consent = { notice: (await notice()).version }
  const read = (change: Partial<LicenceAsked> = {}, accountId = user.accountId) =>
    readLicence(deps, accountId, { material: id, consent, language: 'en', ...change })
  /** What is on record of companies: signing in is on record, too. */
  const records = (prefix: string) =>
    at.table.items().filter(({ sk, purpose }) => sk.startsWith(prefix) && purpose === 'company_check')
  return { at, says, seen, user, id, read, records }
}
