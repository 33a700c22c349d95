import { useTexts } from '../../shared/language.ts'
import { Link } from '../../shared/router/page.tsx'
import { Read } from '../../shared/state/read.tsx'
import { commonTexts } from '../../shared/texts/common.ts'
import { useAccount } from '../account/use-account.ts'
import { BackToPlatform } from '../return/back-to-platform.tsx'

/** Back to where the visitor came from, where that is known; and to the account. */
export const GoOn = () => {
  const texts = useTexts(commonTexts)
  const account = useAccount()
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
