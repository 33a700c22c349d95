import { type ReactNode, useState } from 'react'
import { createRoot } from 'react-dom/client'
import '../../shared/style/tokens.css'
import '../../shared/style/base.css'
import '../../shared/style/layout.css'
import '../../shared/style/controls.css'
import '../../shared/style/pictures.css'
import { Button } from '../../shared/controls/button.tsx'
import { Checkbox, RadioCards } from '../../shared/controls/choices.tsx'
import { Dialog } from '../../shared/controls/dialog.tsx'
import { ErrorSummary } from '../../shared/controls/error-summary.tsx'
import { TextField } from '../../shared/controls/field.tsx'
import { Qr } from '../../shared/controls/qr.tsx'
import { Banner, Tag, Waiting } from '../../shared/controls/status.tsx'
import { CodeField, IdNumberField, PhoneField } from '../../shared/controls/typed-fields.tsx'
import { Money } from '../../shared/shown/money.tsx'
import { Countdown, Time } from '../../shared/shown/time.tsx'
import { store } from '../../shared/store.ts'
import type { PictureState } from '../pictures/picture.ts'
import { PictureField } from '../pictures/picture-field.tsx'
import type { Picture } from '../pictures/picture-of.ts'

// Every control in every state on one page, to be looked at: `npm run web`, then /gallery/. It is not part of any build.

const Part = ({ name, children }: { name: string; children: ReactNode }) => (
  <section className="card stack" aria-label={name}>
    <h2>{name}</h2>
    {children}
  </section>
)

const soon = new Date(Date.now() + 95_000).toISOString()

/** A picture that stays as it is. */
const pictureIn = (state: PictureState, preview?: string): Picture => ({
  shown: store({ state, preview }),
  take: async () => {},
  retry: async () => {},
  resume: () => {},
  remove: () => {},
  start: () => () => {},
})

const card = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="300" height="400"><rect width="300" height="400" fill="#9db"/><rect x="20" y="110" width="260" height="164" rx="10" fill="#fff"/></svg>')}`

const pictures = [
  ['untouched', pictureIn({ is: 'none' })],
  ['preparing', pictureIn({ is: 'preparing' }, card)],
  ['sending', pictureIn({ is: 'sending', share: 0.4 }, card)],
  ['looking', pictureIn({ is: 'looking', id: 'm' }, card)],
  ['stored', pictureIn({ is: 'stored', id: 'm' }, card)],
  ['resumed', pictureIn({ is: 'stored', id: 'm' })],
  ['refused', pictureIn({ is: 'refused', because: 'blurred' }, card)],
  ['failed', pictureIn({ is: 'failed', error: undefined }, card)],
] as const

const Pictures = () => (
  <>
    {pictures.map(([name, picture]) => (
      <Part name={`照片 ${name}`} key={name}>
        <PictureField
          id={`picture-${name}`}
          name="证件的资料页"
          how="整页入镜，四边完整，字能看清。"
          picture={picture}
          isNeeded={name !== 'resumed'}
          frame={name === 'resumed' ? 'tall' : 'wide'}
          error={name === 'untouched' ? '还缺少这张照片，请上传。' : undefined}
        />
      </Part>
    ))}
  </>
)

const Gallery = () => {
  const [text, setText] = useState('11010118850615203')
  const [isTicked, setTicked] = useState(false)
  const [offer, setOffer] = useState<'fee' | 'membership'>('membership')
  const [isOpen, setOpen] = useState(false)
  const typed = { value: text, onType: setText }
  return (
    <main className="main stack">
      <h1 className="title">控件</h1>
      <Part name="按钮">
        <Button kind="main" wide>
          支付 ¥1.00
        </Button>
        <div className="row">
          <Button onPress={() => new Promise((done) => setTimeout(done, 2000))}>按下后等待</Button>
          <Button busy>正在处理</Button>
          <Button kind="main" busy>
            正在支付
          </Button>
          <Button unavailable>暂时不可用</Button>
          <Button kind="danger">删除</Button>
          <Button kind="plain">换一个手机号</Button>
        </div>
      </Part>
      <Part name="填写">
        <TextField id="name" label="姓名" hint="与身份证上一致" value="沈青禾" onType={() => {}} />
        <IdNumberField id="id" label="身份证号" hint="18 位，最后一位可能是 X" {...typed} />
        <IdNumberField id="id-wrong" label="身份证号" error="证件号码校验位不正确，请核对是否输错。" {...typed} />
        <PhoneField id="phone" label="手机号" value="13800138000" onType={() => {}} />
        <CodeField id="code" label="短信验证码" value="123456" onType={() => {}} />
        <Checkbox id="consent" label="我已阅读并同意上述内容" checked={isTicked} onCheck={setTicked} />
        <Checkbox
          id="consent-wrong"
          label="我已阅读并同意"
          error="请先阅读并同意。"
          checked={false}
          onCheck={() => {}}
        />
      </Part>
      <Part name="选择">
        <RadioCards
          id="offer"
          label="选择方式"
          beside
          chosen={offer}
          onChoose={setOffer}
          options={[
            {
              value: 'fee',
              name: '只核验',
              aside: <Money fen={100} />,
              more: <p className="quiet">查无记录时退 ¥1.00</p>,
            },
            {
              value: 'membership',
              name: '核验并开通一个月会员',
              aside: <Money fen={1000} />,
              more: <p className="quiet">不一致时退 ¥9.00</p>,
            },
          ]}
        />
      </Part>
      <Part name="提示">
        <ErrorSummary
          attempt={0}
          wrong={[{ id: 'id-wrong', text: '证件号码校验位不正确，请核对是否输错。' }, { text: '网络连接不上。' }]}
        />
        <Banner>实名认证将于 12 月 31 日起成为发送消息的条件。</Banner>
        <Banner tone="good">已到账 ¥9.00。</Banner>
        <Banner tone="warn" action={<Button>重试</Button>}>
          网络连接不上，下面显示的可能不是最新的。
        </Banner>
        <Banner tone="danger">账号已停用。</Banner>
        <p className="row">
          <Tag>退款途中</Tag> <Tag tone="good">已实名</Tag> <Tag tone="warn">未实名</Tag>
        </p>
        <Waiting>正在等待核验结果……</Waiting>
        <p>
          <Time at={new Date().toISOString()} />
          ，还剩 <Countdown until={soon} />
        </p>
      </Part>
      <Part name="二维码">
        <Qr text="weixin://wxpay/bizpayurl?pr=NwY5Mz9&groupid=00" label="用微信扫一扫支付 ¥1.00" />
      </Part>
      <Pictures />
      <Part name="对话框">
        <Button onPress={() => setOpen(true)}>打开</Button>
        {isOpen && (
          <Dialog title="删除“家里的服务器”？" onClose={() => setOpen(false)}>
            <p>使用它的脚本将立即不能发送消息。</p>
            <div className="row">
              <Button kind="danger">删除</Button>
              <Button onPress={() => setOpen(false)}>取消</Button>
            </div>
          </Dialog>
        )}
      </Part>
    </main>
  )
}

createRoot(document.getElementById('page') ?? document.body).render(<Gallery />)
