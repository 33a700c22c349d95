import { mine } from '../../shared/service.ts'
import { isOpen, type Way } from './way.ts'

/** Reads how far the account is. Two calls, three where a verification is open. */
export const readWay = async (signal?: AbortSignal): Promise<Way> => {
  const more = signal && { signal }
  const [account, { items }] = await Promise.all([
    mine().account.get(more),
    mine()
      .verifications.list({ limit: 1, ...more })
      .page(),
  ])
  const [last] = items
  const open = last && isOpen(last.status) ? await mine().verifications.get(last.id, more) : undefined
  return { account, open }
}
