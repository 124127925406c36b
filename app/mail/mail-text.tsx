/** The text of a mail as its reader sees it: paragraphs, and lines that are addresses as links. */
export function MailText({ text }: { text: string }) {
  return (
    <div className="space-y-4 border-t border-line pt-4">
      {text.split('\n\n').map((paragraph) => (
        <p key={paragraph}>
          {paragraph.split('\n').map((line) => (
            <span key={line} className="block break-words">
              {/^https?:\/\/\S+$/.test(line) ? (
                <a className="link" href={line}>
                  {line}
                </a>
              ) : (
                line
              )}
            </span>
          ))}
        </p>
      ))}
    </div>
  )
}
