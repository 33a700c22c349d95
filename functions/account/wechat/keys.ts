import { keyAt } from '../../../shared/table/keys.ts'
import { accountPartition } from '../keys.ts'

export const wechatKeys = {
  /** A WeChat authorization that was begun in a session, by the hash of its state. Read when the browser comes back. */
  authorization: (accountId: string, hash: string) => keyAt(accountPartition(accountId), `WECHAT#${hash}`),
}
