import type { Problem } from '../../shared/kernel/problems.ts'

/** Certificates. */
export const certificateProblems = {
  certificate_revoked: {
    status: 409,
    zh: '该应用的认证证书已撤销，不再查看页面。可以对撤销提出申诉，或重新申请认证。',
    en: 'The certificate of this app is revoked, and no page is looked at for it. You may appeal against that, or apply for certification anew.',
  },
  invalid_certificate_page: {
    status: 400,
    zh: '请填写完整的页面地址，例如 https://www.example.com/about：以 https:// 开头、默认端口，并且能从公网访问。',
    en: 'This is not the address of a page such as https://www.example.com/about: with https, on its own port, and one that the internet knows.',
  },
  certificate_page_not_own: {
    status: 400,
    zh: '这个页面不在您的网站上：请填写已认证网站上的页面，或先在“域名”页面验证该域名，再登记。',
    en: 'This page is not on a site of yours: give one on the website that was certified, or prove the domain first, on the page of your domains.',
  },
} as const satisfies Record<string, Problem>
