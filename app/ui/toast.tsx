import { Form } from '@remix-run/react'
import { useEffect, useState } from 'react'
import type { Params } from '~/texts/text'
import type { TextKey } from '~/texts/text-keys'
import { useText } from '~/texts/use-text'

type ToastContent = { text: TextKey; params?: Params; undo?: string } | null

/** Says once what was done, and offers to undo it where that is possible. It stays until closed or replaced. */
export function Toast({ toast }: { toast: ToastContent }) {
  const { t } = useText()
  const [shown, setShown] = useState(toast)
  useEffect(() => {
    if (toast) setShown(toast)
  }, [toast])
  return (
    <div role="status" className="pointer-events-none fixed inset-x-0 bottom-0 z-40 flex justify-center p-4">
      {shown && (
        <div className="pointer-events-auto flex flex-wrap items-center gap-4 rounded-md bg-ink px-4 py-3 text-white shadow-lg">
          <span>{t(shown.text, shown.params)}</span>
          {shown.undo && (
            <Form method="post" action={shown.undo} onSubmit={() => setShown(null)}>
              <button type="submit" className="min-h-8 font-semibold text-white underline">
                {t('ui:undo')}
              </button>
            </Form>
          )}
          <button
            type="button"
            className="min-h-8 min-w-8"
            aria-label={t('ui:close')}
            onClick={() => setShown(null)}
          >
            ✕
          </button>
        </div>
      )}
    </div>
  )
}
