import type { Page } from 'playwright-core'
import type { PersonRole } from '../../../functions/operators/rights.ts'
import { type OnConsole, operatorAt } from '../../../local/demo/operator.ts'
import type { Instance } from '../../flows/instance.ts'
import { operatorIn } from '../visit/signed-in.ts'

/** Puts a new operator at a page, signed in, who has just shown a code: they may act for ten minutes. */
export const atConsole = async (
  page: Page,
  instance: Instance,
  name: string,
  role: PersonRole = 'admin',
): Promise<OnConsole> => {
  const who = await operatorAt(instance, name, role)
  await operatorIn(page, who)
  return who
}
