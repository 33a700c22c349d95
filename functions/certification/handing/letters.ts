import { inBoth, type Letter } from '../../../shared/kernel/letter.ts'
import { beijingMinute, type Millis } from '../../../shared/kernel/time.ts'

// In both languages, each of them: they warn the holder of an account of what somebody did in their name, whose language need not be theirs.

type Of = { name: string; id: string }

const pageOf = ({ id }: Of, publicUrl: string): string => `${publicUrl}/developer/apps/${id}`

/** Somebody asked in your name that another account take your app on. */
export const handoverAskedLetter = (
  app: Of,
  { at, until }: { at: Millis; until: Millis },
  publicUrl: string,
): Letter => {
  const [when, end, page] = [beijingMinute(at), beijingMinute(until), pageOf(app, publicUrl)]
  return inBoth(
    {
      title: '您的应用正在移交',
      content: `${when}（北京时间），您为应用“${app.name}”生成了移交链接，拿到链接的人在 ${end} 前可以接管它。不是您本人操作，请马上取消移交、退出其他设备的登录，并联系我们：${page}`,
    },
    {
      title: 'Your app is being handed over',
      content: `On ${when} (Beijing time) you made a link by which somebody else may take your app “${app.name}” on, until ${end}. If that was not you, take it back at once, sign out on all other devices and tell us: ${page}`,
    },
  )
}

/** Your app is somebody else's. */
export const handedOverLetter = ({ name }: Of, at: Millis): Letter => {
  const when = beijingMinute(at)
  return inBoth(
    {
      title: '您的应用已移交',
      content: `${when}（北京时间），另一个账号接管了应用“${name}”，您不再管理它。不是您的意思，请马上联系我们。`,
    },
    {
      title: 'Your app was handed over',
      content: `On ${when} (Beijing time) another account took the app “${name}” on: you do not administer it any more. If you did not want that, tell us at once.`,
    },
  )
}

/** Somebody's app is yours. */
export const tookOverLetter = (app: Of, at: Millis, publicUrl: string): Letter => {
  const [when, page] = [beijingMinute(at), pageOf(app, publicUrl)]
  return inBoth(
    {
      title: '您已接管一个应用',
      content: `${when}（北京时间），您成为应用“${app.name}”的管理员。不是您本人操作，请马上退出其他设备的登录，并联系我们。应用见：${page}`,
    },
    {
      title: 'You administer an app now',
      content: `On ${when} (Beijing time) you became the administrator of the app “${app.name}”. If that was not you, sign out on all other devices at once and tell us. The app is here: ${page}`,
    },
  )
}
