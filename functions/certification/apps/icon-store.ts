import { type FieldError, type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import type { Millis } from '../../../shared/kernel/time.ts'
import type { Item, Write } from '../../../shared/table/write.ts'
import { isFree } from '../../material/material.ts'
import { materialOf, materialReleased, materialUsed } from '../../material/material-store.ts'
import type { App } from './app.ts'

/** Whether that is a picture for an icon, of the account, taken, and part of nothing yet; else what is wrong, at its field. */
export const whetherIcon = (item: Item | undefined, accountId: string, now: Millis): Outcome<undefined> => {
  const found = item && materialOf(item)
  if (found?.kind === 'app_icon' && isFree(found, accountId, now)) return ok(undefined)
  const fields: FieldError[] = [{ pointer: '/icon', code: 'material_unusable' }]
  return refused('material_unusable', { fields })
}

/** The picture is the icon of the app from now on. */
export const iconTaken = (
  { id, administrator: accountId }: Pick<App, 'id' | 'administrator'>,
  icon: string,
  now: Millis,
): Write => materialUsed({ id: icon, accountId }, id, now)

/** The app has that icon no more: it is forgotten at once. */
export const iconLet = (app: Pick<App, 'id' | 'icon'>, now: Millis): Write[] =>
  app.icon === undefined ? [] : [materialReleased({ id: app.icon }, app.id, now)]
