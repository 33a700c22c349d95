import type { Put } from '../../../shared/table/write.ts'
import type { Vault } from '../../../shared/vault/vault.ts'
import { normalisePhone } from '../../person/phone.ts'
import type { Application } from '../applications/application.ts'
import { sealNumber } from '../texting/seal-number.ts'
import { type TextingSettings, textingVendors } from '../texting/templates.ts'

/**
 * W5 the number (as typed) by which somebody just showed that it is them is kept for what comes of their application, where results are texted; else nothing is.
 * At most one call to KMS.
 */
export const keepNumber = async (
  { vault, settings }: { vault: Pick<Vault, 'newDataKey'>; settings: TextingSettings },
  of: Pick<Application, 'accountId' | 'id'>,
  typed: string,
): Promise<Put[]> => {
  const phone = normalisePhone(typed)
  if (!phone.ok || textingVendors(settings).length === 0) return []
  return [await sealNumber(vault, of, phone.value)]
}
