using System.Text;

namespace UnionCatalog.Harvesting.OaiPmh;

/// <summary>Reads each byte that is no UTF-8 as the Windows-1252 letter that it most likely is.</summary>
internal sealed class Windows1252Fallback : DecoderFallback
{
    public static Encoding Windows1252 { get; } = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>UTF-8 that takes other bytes for Windows-1252.</summary>
    public static Encoding Utf8 { get; } = Encoding.GetEncoding(65001, EncoderFallback.ReplacementFallback, new Windows1252Fallback());

    public override int MaxCharCount => 4;

    public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer();

    private sealed class Buffer : DecoderFallbackBuffer
    {
        private string _letters = "";
        private int _next;

        public override int Remaining => _letters.Length - _next;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            (_letters, _next) = (Windows1252.GetString(bytesUnknown), 0);
            return _letters.Length > 0;
        }

        public override char GetNextChar() => _next < _letters.Length ? _letters[_next++] : '\0';

        public override bool MovePrevious() => _next > 0 && --_next >= 0;

        public override void Reset() => (_letters, _next) = ("", 0);
    }
}
