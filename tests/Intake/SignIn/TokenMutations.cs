using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace AcikKapi.Tests.Intake.SignIn;

/// <summary>Ways to spoil an ID token: bits of it, its header, another's key, and with the provider's own key claims that are not for us.</summary>
static class TokenMutations
{
    public static IEnumerable<(string Name, Func<string, string> Change)> All(OpenIdProvider provider)
    {
        for (var i = 0; i < 6; i++) yield return Flip("signature", 2, i);
        for (var i = 0; i < 6; i++) yield return Flip("claims", 1, i);
        yield return Flip("header", 0, 1);
        yield return ("no signature", token => token[..(token.LastIndexOf('.') + 1)]);
        yield return ("signature cut", token => token[..^20]);
        yield return ("four parts", token => token + ".AAAA");
        yield return ("two parts", token => token[..token.LastIndexOf('.')]);
        yield return ("empty", _ => "");
        yield return ("no token", _ => "bu bir belirteç değil");
        yield return ("alg none", token => Unsigned(token, "none"));
        yield return ("alg None", token => Unsigned(token, "None"));
        yield return ("signed with the public key as a secret", token => Signed(token, _ => { }, "HS256", data => HMACSHA256.HashData(provider.Key.ExportSubjectPublicKeyInfo(), data)));
        yield return ("signed with the modulus as a secret", token => Signed(token, _ => { }, "HS256", data => HMACSHA256.HashData(provider.Key.ExportParameters(false).Modulus!, data)));
        var stranger = RSA.Create(2048);
        yield return ("another's key under the provider's name", token => Signed(token, _ => { }, "RS256", data => stranger.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)));
        yield return ("another's key under its own name", token => Signed(token, _ => { }, "RS256", data => stranger.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1), "yabanci"));
        foreach (var (name, change) in Claims()) yield return (name, token => Signed(token, change, "RS256", data => provider.Key.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)));
    }

    /// <summary>Signed rightly, and still not for us or not now.</summary>
    static IEnumerable<(string, Action<JsonObject>)> Claims()
    {
        long Now(int minutes) => DateTimeOffset.UtcNow.AddMinutes(minutes).ToUnixTimeSeconds();
        yield return ("another issuer", c => c["iss"] = "https://baska.example/");
        yield return ("issuer without its slash", c => c["iss"] = ((string)c["iss"]!).TrimEnd('/') + "//");
        yield return ("no issuer", c => c.Remove("iss"));
        yield return ("another audience", c => c["aud"] = "baska-istemci");
        yield return ("audiences without us", c => c["aud"] = new JsonArray("bir", "iki"));
        yield return ("no audience", c => c.Remove("aud"));
        yield return ("over", c => c["exp"] = Now(-10));
        yield return ("over by a little more than the clocks may differ", c => c["exp"] = Now(-2));
        yield return ("without an end", c => c.Remove("exp"));
        yield return ("not yet", c => c["nbf"] = Now(10));
        yield return ("another's nonce", c => c["nonce"] = "0123456789.baska");
        yield return ("no nonce", c => c.Remove("nonce"));
        yield return ("no time of issue", c => c.Remove("iat"));
        yield return ("nobody", c => c.Remove("sub"));
        yield return ("for another party", c => c["azp"] = "baska-istemci");
        yield return ("another access token's hash", c => c["at_hash"] = "AAAAAAAAAAAAAAAAAAAAAA");
        yield return ("an end that is no time", c => c["exp"] = "yarın");
    }

    static (string, Func<string, string>) Flip(string name, int part, int place) => ($"{name}, bit {place}", token =>
    {
        var parts = token.Split('.');
        var bytes = Base64UrlEncoder.DecodeBytes(parts[part]);
        bytes[(bytes.Length - 1) * place / 6] ^= 1;
        parts[part] = Base64UrlEncoder.Encode(bytes);
        return string.Join('.', parts);
    });

    static string Unsigned(string token, string algorithm) => Signed(token, _ => { }, algorithm, _ => []);

    static string Signed(string token, Action<JsonObject> change, string algorithm, Func<byte[], byte[]> sign, string? kid = null)
    {
        var parts = token.Split('.');
        var (header, claims) = (JsonNode.Parse(Base64UrlEncoder.Decode(parts[0]))!.AsObject(), JsonNode.Parse(Base64UrlEncoder.Decode(parts[1]))!.AsObject());
        header["alg"] = algorithm;
        if (kid is not null) header["kid"] = kid;
        change(claims);
        var signed = $"{Base64UrlEncoder.Encode(header.ToJsonString())}.{Base64UrlEncoder.Encode(claims.ToJsonString())}";
        return $"{signed}.{Base64UrlEncoder.Encode(sign(Encoding.ASCII.GetBytes(signed)))}";
    }
}
