import { createHash } from 'node:crypto'

/** A page as it is answered. */
export type Page = { status: number; text: string; headers: Record<string, string> }

/** What is looked at of a request; `accept` as the header says it. */
type Asked = { method: string; path: string; accept: string | undefined }

const HTML = ['text/html', 'application/xhtml+xml']
const ANYTHING = ['*/*', 'text/*']

const isJson = (type: string): boolean => type === 'application/json' || type.endsWith('+json')

/**
 * Whether the front page is the answer: to whoever looks at `/` and takes HTML. Programs that name JSON, also beside anything else,
 * are told as everywhere that no route is there.
 */
export const isForFrontPage = ({ method, path, accept }: Asked): boolean => {
  if (path !== '/' || !['GET', 'HEAD'].includes(method)) return false
  const types = (accept || '*/*')
    .toLowerCase()
    .split(',')
    .map((one) => one.replace(/;.*/, '').trim())
  if (types.some((one) => HTML.includes(one))) return true
  return types.some((one) => ANYTHING.includes(one)) && !types.some(isJson)
}

const STYLE = [
  'body{font:16px/1.6 system-ui,sans-serif;max-width:42em;margin:3em auto;padding:0 1em;color:#222;background:#fff}',
  'h1{font-size:1.5em}section{margin-top:2em}code{background:#eee;padding:0 .2em}',
].join('')

const SANDBOX = {
  zh: '这是沙箱：不收真钱，也不核验真人。沙箱自己的接口见 <a href="/sandbox/reference">/sandbox/reference</a>，测试人物见 <a href="/sandbox/people">/sandbox/people</a>（部署在外的沙箱要附测试密钥）；从登录到发出第一条消息的命令，<code>npm start</code> 启动时会打印。',
  en: 'This is a sandbox: no real money is taken and no real person is checked. Its own calls: <a href="/sandbox/reference">/sandbox/reference</a>. Test people: <a href="/sandbox/people">/sandbox/people</a> (a deployed sandbox asks for its tester key); <code>npm start</code> prints the commands from sign-in to the first message.',
}

const pageText = (sandbox: boolean): string => `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>实名 Shiming</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
<h1>实名 Shiming</h1>
<section>
<p>这里是实名认证服务的接口，供平台的程序调用，没有可以操作的网页。要认证、付款或查看结果，请回到您所用的平台。</p>
<p>全部接口见 <a href="/reference">/reference</a>，供程序读取的说明（OpenAPI 3.1）见 <a href="/openapi.json">/openapi.json</a>。设置和部署的说明在部署者的代码仓库里，从 <code>README.md</code> 读起。出错时答复 <code>application/problem+json</code>。</p>
${sandbox ? `<p>${SANDBOX.zh}</p>\n` : ''}</section>
<section lang="en">
<p>This is the API of a real-name verification service. Programs of a platform call it; there is nothing to do here by hand. To verify yourself, pay or see a result, go back to the platform you use.</p>
<p>Every call is described at <a href="/reference">/reference</a>, and for programs (OpenAPI 3.1) at <a href="/openapi.json">/openapi.json</a>. Settings and deployment are described in the repository of whoever runs this, beginning with <code>README.md</code>. Errors are answered as <code>application/problem+json</code>.</p>
${sandbox ? `<p>${SANDBOX.en}</p>\n` : ''}</section>
</html>
`

/** Its own style and nothing else, from nowhere else, and in nobody's frame. */
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Says in Chinese and English what answers at this address, and where to read on. */
export const frontPage = (sandbox: boolean): Page => ({
  status: 200,
  text: pageText(sandbox),
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': POLICY,
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    vary: 'accept',
  },
})
