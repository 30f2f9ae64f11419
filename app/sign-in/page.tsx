import { SignIn } from "./sign-in";

export default function SignInPage() {
  return <SignIn />;
}
