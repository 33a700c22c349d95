import { useSyncExternalStore } from 'react'
import { Button } from '../../shared/controls/button.tsx'
import { Checkbox } from '../../shared/controls/choices.tsx'
import { Dialog } from '../../shared/controls/dialog.tsx'
import { useTexts } from '../../shared/language.ts'
import { commonTexts } from '../../shared/texts/common.ts'
import { keysOn } from './preference.ts'
import { keyTexts } from './texts.ts'

/** Which keys do what, and whether they do. */
export const KeysHelp = ({ onClose }: { onClose: () => void }) => {
  const texts = useTexts(keyTexts)
  const isOn = useSyncExternalStore(keysOn.subscribe, keysOn.get)
  const rows = [
    ['j', texts.down],
    ['k', texts.up],
    ['Enter', texts.open],
    ['a', texts.act],
    ['n', texts.next],
    ['v', texts.look],
    ['1 … 9', texts.point],
    ['+ − 0', texts.zoom],
    ['r', texts.turn],
    [', .', texts.pictures],
    ['/', texts.search],
    ['?', texts.help],
    ['Ctrl + Enter', texts.send],
    ['Esc', texts.close],
  ] as const
  return (
    <Dialog title={texts.title} onClose={onClose}>
      <p className="quiet">{texts.when}</p>
      <dl className="facts keys">
        {rows.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <Checkbox
        id="keys-on"
        label={texts.on}
        hint={texts.onMore}
        checked={isOn}
        onCheck={(checked) => keysOn.set(checked)}
      />
      <Button kind="main" wide onPress={onClose}>
        {useTexts(commonTexts).close}
      </Button>
    </Dialog>
  )
}
