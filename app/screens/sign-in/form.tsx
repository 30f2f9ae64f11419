"use client";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import type { SignInFailure } from "../../live/sign-in";
import { Button } from "../../ui/button";
import { Field, Input } from "../../ui/field";

type Props = {
  busy: boolean;
  failure: SignInFailure | undefined;
  onSubmit: (username: string, password: string) => void;
};

export function SignInForm({ busy, failure, onSubmit }: Props) {
  const t = useTranslations("signIn");
  const [username, setUsername] = useState("");
  const [password, setPassword] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit(username, password);
  };
  return (
    <form onSubmit={submit} className="mt-6 grid gap-4 rounded-3 bg-surface-1 p-5">
      <Field label={t("username")}>
        <Input
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          value={username}
          onText={setUsername}
          className="h-11 text-desk-title"
        />
      </Field>
      <Field label={t("password")}>
        <Input
          name="password"
          type="password"
          autoComplete="current-password"
          required
          value={password}
          onText={setPassword}
          className="h-11 text-desk-title"
        />
      </Field>
      {failure ? (
        <p role="alert" className="font-semibold text-clock-alarm">
          {t(failure)}
        </p>
      ) : null}
      <Button type="submit" look="primary" disabled={busy} className="h-11 text-desk-title">
        {t(busy ? "busy" : "submit")}
      </Button>
    </form>
  );
}
