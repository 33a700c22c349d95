import { useEffect } from 'react'
import { useTexts } from '../../shared/language.ts'
import { Link } from '../../shared/router/page.tsx'
import { mine } from '../../shared/service.ts'
import { Read } from '../../shared/state/read.tsx'
import { session } from '../../shared/state/session.ts'
import { useResource } from '../../shared/state/use-resource.ts'
import { commonTexts } from '../../shared/texts/common.ts'
import { BackToPlatform } from '../return/back-to-platform.tsx'

/** Back to where the visitor came from, where that is known; and to the account. */
export const GoOn = () => {
  const texts = useTexts(commonTexts)
  const account = useResource('account', (signal) => mine().account.get({ signal }))
  const id = account.known.is === 'ok' ? account.known.value.id : null
  useEffect(() => {
    if (id !== null) session.began(id)
  }, [id])
  return (
    <Read of={account}>
      {({ returnTo }) => (
        <div className="tight">
          <BackToPlatform to={returnTo} main />
          <Link to="/account" className={returnTo === null ? 'button button-main button-wide' : 'button button-wide'}>
            {texts.toAccount}
          </Link>
        </div>
      )}
    </Read>
  )
}
