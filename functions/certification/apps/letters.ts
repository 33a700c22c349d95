import { inBoth, type Letter } from '../../../shared/kernel/letter.ts'
import { beijingMinute, type Millis } from '../../../shared/kernel/time.ts'

/** An app of the account has another name since then. */
export const renamedLetter = (
  { from, to, id }: { from: string; to: string; id: string },
  at: Millis,
  publicUrl: string,
): Letter => {
  const page = `${publicUrl}/developer/apps/${id}`
  const when = beijingMinute(at)
  return inBoth(
    {
      title: '您的应用已改名',
      content: `${when}（北京时间），您的应用“${from}”改名为“${to}”。不是您本人操作，请马上退出其他设备的登录，并联系我们。应用见：${page}`,
    },
    {
      title: 'Your app was renamed',
      content: `On ${when} (Beijing time) your app “${from}” became “${to}”. If that was not you, sign out on all other devices at once and tell us. The app is here: ${page}`,
    },
  )
}
